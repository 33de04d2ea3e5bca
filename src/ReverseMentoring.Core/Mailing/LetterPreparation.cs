using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Puts the mails of one reader into letters, and writes those that are to go now. What may be under way is asked for first.</summary>
internal sealed partial class LetterPreparation(
    IStore store, IMailRenderer writer, IMailTransport transport, MailHours mailHours, TimeProvider clock, ILogger log)
{
    /// <summary>So often a letter that can't be written is tried again, a minute apart: a store that is down for a moment costs no mail.</summary>
    private const int MostTries = 5;

    /// <param name="partition">Of the cohort.</param>
    /// <param name="round">Whose mails they are, as things stand now.</param>
    /// <param name="entries">Open mails of one reader, in the order in which they are to go.</param>
    /// <param name="cancel">Cancels between calls.</param>
    /// <returns>Each mail in one letter; one that goes nowhere now is a letter of its own.</returns>
    public async Task<IReadOnlyList<Letter>> Prepare(string partition, MailRound round, IReadOnlyList<QueuedMail> entries, CancellationToken cancel)
    {
        var (now, cohort) = (clock.GetUtcNow(), round.Cohort);
        var prepared = new List<Letter>();
        var mails = await ReaderMails.Read(store, partition, entries, cancel);
        foreach (var mail in mails.Where(mail => mail.Row!.Value.State is MailState.Sending))
        {
            // Its turn or not: what stands in a letter that may be under way goes in no other.
            var asked = await transport.Ask(IdOf(cohort, mail.Row!.Value), cancel);
            var underWay = mail.Row.Value.At + transport.MayBeUnderWay - now;
            if (asked.Kind is not DeliveryKind.NotSeen || underWay > TimeSpan.Zero)
            {
                var letter = new Letter(mail, AlongIn(mails, mail));
                letter.Conclude(asked.Kind is DeliveryKind.NotSeen ? new(DeliveryKind.Unheard, underWay) : asked);
                prepared.Add(letter);
            }
            else
            {
                // It was never handed over: it waits, rides and falls as any other.
                mail.SetUnsent();
            }
        }

        var underWayNow = prepared.SelectMany(letter => letter.All).ToHashSet();
        QueuedMail[] left = [.. entries.Where(mail => !underWayNow.Contains(mail))];
        if (left.Length == 0)
        {
            return prepared;
        }

        var turn = await ReaderTurn.Read(store, cohort, left, [.. mails.Where(mail => !underWayNow.Contains(mail))], now, cancel);
        foreach (var mail in left.Where(mail => mail.Row!.Value.Until < now))
        {
            mail.NotWanted = DropReason.TooLate.Code();
        }

        foreach (var mail in left.Where(mail => mail.NotWanted is null && mail.Row!.Value.WasUnwrittenAt(now)))
        {
            NoteUnwritten(mail, now);
        }

        foreach (var lead in mailHours.AtOnce ? [] : turn.Leads())
        {
            lead.NotWanted = await Write([lead], round, cancel) is [{ NotWanted: { } why }] ? why : null;
        }

        foreach (var letter in mailHours.AtOnce ? turn.Each() : turn.Letters())
        {
            prepared.AddRange(await Write(turn, letter, round, cancel));
        }

        var handled = prepared.SelectMany(letter => letter.All).ToHashSet();
        prepared.AddRange(left.Where(mail => !handled.Contains(mail)).Select(mail => new Letter(mail, [])));
        return prepared;
    }

    /// <summary>Those that were in a letter of which nothing was heard after it was handed over.</summary>
    private static QueuedMail[] AlongIn(IReadOnlyList<QueuedMail> mails, QueuedMail lead) =>
        [.. (lead.Row!.Value.Along ?? []).Select(name => mails.FirstOrDefault(mail => mail.Row!.Value is { State: MailState.Queued } one && one.Name == name)).OfType<QueuedMail>()];

    /// <summary>Writes a letter; who can't stand in it, or is not wanted any more, is a letter of its own in which nothing goes.</summary>
    private async Task<IReadOnlyList<Letter>> Write(ReaderTurn turn, IReadOnlyList<QueuedMail> mails, MailRound round, CancellationToken cancel)
    {
        var (now, cohort) = (clock.GetUtcNow(), round.Cohort);
        if (await Write(mails, round, cancel) is not { } written)
        {
            if (mails.Count > 1)
            {
                // One that can't be written holds up no other.
                return [.. await Write(turn, [mails[0]], round, cancel), .. await Write(turn, [.. mails.Skip(1)], round, cancel)];
            }

            NoteUnwritten(mails[0], now);
            return [new(mails[0], [])];
        }

        foreach (var (mail, became) in mails.Zip(written))
        {
            mail.Outgoing = became.Mail is { } outgoing ? outgoing with { Id = IdOf(cohort, mail.Row!.Value), KnownAs = OutgoingMail.IdOf(cohort.Id, mail.Row.Value.KnownAs ?? mail.Row.Value.Name) } : null;
            mail.NotWanted = became.NotWanted;
            mail.IsHeld = became == RenderedMail.Later;
        }

        QueuedMail[] along = [.. mails.Zip(written).Where(mail => mail.Second.IsAlong).Select(mail => mail.First)];
        QueuedMail[] alone = [.. mails.Zip(written).Where(mail => mail.Second.IsApart && !turn.SetApart(mail.First)).Select(mail => mail.First)];
        return
        [
            .. mails.Where(mail => mail.Outgoing is not null).Select(lead => new Letter(lead, along) { Days = lead.Row!.Value.Reader is not null && !ReaderTurn.IsEcho(lead) ? turn.Days : null }),
            .. mails.Where(mail => mail.Outgoing is null).Except(along).Except(alone).Select(mail => new Letter(mail, [])),
            .. alone.Length > 0 ? await Write(turn, alone, round, cancel) : [],
        ];
    }

    private static void NoteUnwritten(QueuedMail mail, DateTimeOffset now)
    {
        var row = mail.Row!.Value;
        mail.IsUnwritten = true;
        mail.Outcome = new(row.Unwritten < MostTries || row.WasUnwrittenAt(now) ? DeliveryKind.Later : DeliveryKind.Refused, Reason: "not-written");
    }

    /// <returns>Null where it can't be written now.</returns>
    private async Task<IReadOnlyList<RenderedMail>?> Write(IReadOnlyList<QueuedMail> mails, MailRound round, CancellationToken cancel)
    {
        try
        {
            return await writer.Write([.. mails.Select(mail => mail.Row!.Value)], round, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            NotWritten(log, IdOf(round.Cohort, mails[0].Row!.Value), FailureTrail.Describe(failure));
            return null;
        }
    }

    private static string IdOf(Cohort cohort, Mail mail) => OutgoingMail.IdOf(cohort.Id, mail.Name);

    [LoggerMessage(110, LogLevel.Error, "The outbox process can't write {Mail}: {Trail}")]
    private static partial void NotWritten(ILogger log, string mail, string trail);
}
