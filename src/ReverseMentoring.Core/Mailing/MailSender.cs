using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Sends some mails of one cohort: each is written when its turn has come, handed over, and noted.</summary>
public sealed partial class MailSender(
    IStore store, IMailRenderer writer, IMailTransport transport, MailHours mailHours, TimeProvider clock, ILogger<MailSender> log)
{
    /// <summary>In one step.</summary>
    public const int Most = StoreLimits.Changes / 4;

    /// <summary>Its own, its place, its reader's list, its question, and whether it failed.</summary>
    private const int ChangesPerMail = 5;

    /// <summary>So often a letter that can't be written is tried again, a minute apart: a store that is down for a moment costs no mail.</summary>
    private const int MostTries = 5;

    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(1);

    /// <param name="cohortId">Whose mails they are.</param>
    /// <param name="queue">At most <see cref="Most"/>, in the order in which they are to go.</param>
    /// <param name="cancel">Cancels between calls; what was handed over is found again.</param>
    public async Task<SendResult> Send(CohortId cohortId, IReadOnlyList<Stored<QueueEntry>> queue, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohortId);
        var cohort = await store.ReadCohort(cohortId, cancel);
        var state = await store.ReadState(cohortId, cancel);
        if (cohort is null || state is null)
        {
            return new(0, false, null);
        }

        var mails = new QueuedMail[queue.Count];
        await Parallel.ForAsync(0, mails.Length, cancel, async (index, stop) => mails[index] = new(
            queue[index].Key, await store.Read<Mail>(partition, Rows.Mail + queue[index].Value.Mail, stop)));
        var letters = new ConcurrentBag<(int Index, Letter Letter)>();
        var readers = mails.Where(mail => mail.IsOpen).GroupBy(mail => (mail.Row!.Value.Person, mail.Row.Value.ToDelegate)).Index();
        await Parallel.ForEachAsync(readers, cancel, async (reader, stop) =>
        {
            foreach (var letter in await Prepare(partition, cohort, state.Value, [.. reader.Item], stop))
            {
                letters.Add((reader.Index, letter));
            }
        });
        Letter[] all =
        [
            .. letters.OrderBy(letter => letter.Index).Select(letter => letter.Letter),
            .. mails.Where(mail => !mail.IsOpen).Select(mail => new Letter(mail, [])),
        ];
        await HandOver(partition, [.. all.Where(letter => letter.IsToGo)], cancel);
        await Conclude(partition, all, cancel);
        QueuedMail[] handled = [.. all.SelectMany(letter => letter.All)];
        return new(
            all.Count(letter => letter.Lead.Outcome?.Kind is DeliveryKind.Taken),
            handled.Any(mail => mail.IsHeld),
            PauseAfter(handled));
    }

    /// <summary>What could not be written closes the way for the others only where nothing else came of the round either.</summary>
    private static TimeSpan? PauseAfter(IReadOnlyList<QueuedMail> mails)
    {
        var open = mails.Where(mail => mail.Outcome?.IsOpen is true).ToList();
        var first = open.Find(mail => !mail.IsUnwritten) ?? (open.Count == mails.Count ? open.FirstOrDefault() : null);
        return first is null ? null : first.Outcome!.RetryAfter ?? UsualPause;
    }

    private async Task<IReadOnlyList<Letter>> Prepare(string partition, Cohort cohort, CycleState state, IReadOnlyList<QueuedMail> entries, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var prepared = new List<Letter>();
        foreach (var mail in entries.Where(mail => mail.Row!.Value.State is MailState.Sending))
        {
            var asked = await transport.Ask(IdOf(cohort, mail.Row!.Value), cancel);
            var underWay = mail.Row.Value.At + transport.MayBeUnderWay - now;
            if (asked.Kind is not DeliveryKind.NotSeen || underWay > TimeSpan.Zero)
            {
                mail.IsListed = mail.Row.Value.IsToMember && await store.Read(partition, mail.Row.Value.OfPersonKey, cancel) is not null;
                var letter = new Letter(mail, await ReadAlong(partition, mail.Row.Value, cancel));
                letter.Conclude(asked.Kind is DeliveryKind.NotSeen ? new(DeliveryKind.Unheard, underWay) : asked);
                prepared.Add(letter);
            }
        }

        QueuedMail[] left = [.. entries.Except(prepared.SelectMany(letter => letter.All)).Where(mail => prepared.All(letter => letter.All.All(known => known.Place != mail.Place)))];
        if (left.Length == 0)
        {
            return prepared;
        }

        var turn = await ReaderTurn.Read(store, cohort, left, now, cancel);
        foreach (var mail in left.Where(mail => mail.Row!.Value.Until < now))
        {
            mail.NotWanted = DropReason.TooLate.Code();
        }

        foreach (var mail in left.Where(mail => mail.NotWanted is null && mail.Row!.Value.WasUnwrittenAt(now)))
        {
            NoteUnwritten(mail, now);
        }

        foreach (var letter in mailHours.AtOnce ? turn.Each() : turn.Letters())
        {
            prepared.AddRange(await Write(turn, letter, cohort, state, cancel));
        }

        var handled = prepared.SelectMany(letter => letter.All).ToHashSet();
        prepared.AddRange(left.Where(mail => !handled.Contains(mail)).Select(mail => new Letter(mail, [])));
        return prepared;
    }

    /// <summary>Those that were in a letter of which nothing was heard after it was handed over.</summary>
    private async Task<IReadOnlyList<QueuedMail>> ReadAlong(string partition, Mail lead, CancellationToken cancel)
    {
        var along = new List<QueuedMail>();
        foreach (var name in lead.Along ?? [])
        {
            if (await store.Read<Mail>(partition, Rows.Mail + name, cancel) is { Value.State: MailState.Queued } mail
                && await store.Read<MailOfPerson>(partition, mail.Value.OfPersonKey, cancel) is { } listed)
            {
                along.Add(new(listed.Value.Place, mail) { IsListed = true });
            }
        }

        return along;
    }

    /// <summary>Writes a letter; who can't stand in it, or is not wanted any more, is a letter of its own in which nothing goes.</summary>
    private async Task<IReadOnlyList<Letter>> Write(ReaderTurn turn, IReadOnlyList<QueuedMail> mails, Cohort cohort, CycleState state, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await Write(mails, cohort, state, cancel) is not { } written)
        {
            if (mails.Count > 1)
            {
                // One that can't be written holds up no other.
                return [.. await Write(turn, [mails[0]], cohort, state, cancel), .. await Write(turn, [.. mails.Skip(1)], cohort, state, cancel)];
            }

            NoteUnwritten(mails[0], now);
            return [new(mails[0], [])];
        }

        foreach (var (mail, became) in mails.Zip(written))
        {
            mail.Outgoing = became.Mail is { } outgoing ? outgoing with { Id = IdOf(cohort, mail.Row!.Value) } : null;
            mail.NotWanted = became.NotWanted;
            mail.IsHeld = became == RenderedMail.Later;
            if (became.IsApart)
            {
                turn.SetApart(mail);
            }
        }

        QueuedMail[] along = [.. mails.Zip(written).Where(mail => mail.Second.IsAlong).Select(mail => mail.First)];
        return
        [
            .. mails.Where(mail => mail.Outgoing is not null).Select(lead => new Letter(lead, along) { Days = lead.Row!.Value.IsToMember ? turn.Days : null }),
            .. mails.Where(mail => mail.Outgoing is null).Except(along).Select(mail => new Letter(mail, [])),
        ];
    }

    private static void NoteUnwritten(QueuedMail mail, DateTimeOffset now)
    {
        var row = mail.Row!.Value;
        mail.IsUnwritten = true;
        mail.Outcome = new(row.Unwritten < MostTries || row.WasUnwrittenAt(now) ? DeliveryKind.Later : DeliveryKind.Refused, Reason: "not-written");
    }

    /// <returns>Null where it can't be written now.</returns>
    private async Task<IReadOnlyList<RenderedMail>?> Write(IReadOnlyList<QueuedMail> mails, Cohort cohort, CycleState state, CancellationToken cancel)
    {
        try
        {
            return await writer.Write([.. mails.Select(mail => mail.Row!.Value)], cohort, state, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            NotWritten(log, IdOf(cohort, mails[0].Row!.Value), FailureTrail.Describe(failure));
            return null;
        }
    }

    private async Task HandOver(string partition, IReadOnlyList<Letter> letters, CancellationToken cancel)
    {
        if (letters.Count == 0)
        {
            return;
        }

        Letter[] noted = [.. letters.Where(letter => !transport.TakesOnce || !letter.IsNoted)];
        if (noted.Length > 0)
        {
            var rows = noted.Select(letter => Noted(letter)).ToArray();
            var etags = await store.Write(partition, [.. noted.Zip(rows).Select(letter => letter.First.Lead.Row!.Replace(letter.Second))], cancel);
            foreach (var (letter, row, etag) in noted.Zip(rows, etags))
            {
                letter.Lead.Row = new(letter.Lead.Row!.Key, row, etag!);
            }
        }

        var outcomes = await transport.Send([.. letters.Select(letter => letter.Lead.Outgoing!)], cancel);
        foreach (var (letter, outcome) in letters.Zip(outcomes))
        {
            letter.Conclude(outcome);
        }
    }

    /// <summary>Which mails are in it, and that it may be with the service from now on.</summary>
    private Mail Noted(Letter letter)
    {
        var row = transport.TakesOnce ? letter.Lead.Row!.Value : letter.Lead.Sending(clock.GetUtcNow());
        return letter.Along.Count == 0 ? row : row with { Along = [.. letter.Along.Select(mail => mail.Row!.Value.Name)] };
    }

    private async Task Conclude(string partition, IReadOnlyList<Letter> letters, CancellationToken cancel)
    {
        // Letters go into as few writes as they fit in, none of them into two.
        for (var (from, count) = (0, 0); from < letters.Count; from += count)
        {
            count = Math.Max(1, letters.Skip(from).Select(letter => letter.All.Count() * ChangesPerMail + 1)
                .Aggregate((Count: 0, Sum: 0), (fit, size) => fit.Sum + size <= StoreLimits.Changes && fit.Sum >= 0 ? (fit.Count + 1, fit.Sum + size) : (fit.Count, -1)).Count);
            await Conclude(partition, letters.Skip(from).Take(count), cancel);
        }
    }

    private async Task Conclude(string partition, IEnumerable<Letter> letters, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        while (true)
        {
            var changes = new List<Change>();
            foreach (var letter in letters)
            {
                foreach (var mail in letter.All)
                {
                    changes.AddRange(mail.Conclusion(now));
                    // Nobody's pause and no dead address holds up a phase: the days to answer count from when the mail would have gone.
                    if (mail.IsSettled && mail.Row is { Value: { Ask: { } id } value } && value.Kind.Declaration().Question is not MailQuestion.Recalls
                        && await store.Read<Ask>(partition, id.AskKey, cancel) is { Value.SentAt: null } ask)
                    {
                        changes.Add(ask.Replace(ask.Value with { SentAt = now }));
                    }
                }
            }

            changes.AddRange(letters.Where(letter => letter is { Days: not null, Lead.Outcome.IsOpen: false }).GroupBy(letter => letter.Lead.Row!.Value.Person!.Value)
                .Select(toOne => toOne.First().Days!.With(toOne.Key, now, toOne.Count())));

            try
            {
                if (changes.Count > 0)
                {
                    await store.Write(partition, changes, cancel);
                }

                return;
            }
            catch (StoreConflictException conflict) when (conflict.Key.StartsWith(Rows.Ask, StringComparison.Ordinal))
            {
                // Answered between reading and writing: look again, and leave the question be.
            }
        }
    }

    private static string IdOf(Cohort cohort, Mail mail) => OutgoingMail.IdOf(cohort.Id, mail.Name);

    [LoggerMessage(110, LogLevel.Error, "The outbox process can't write {Mail}: {Trail}")]
    private static partial void NotWritten(ILogger log, string mail, string trail);

    /// <param name="Sent">How many the service took.</param>
    /// <param name="HasHeld">Some wait for the end of their reader's pause now, which the cohort looks after.</param>
    /// <param name="RetryAfter">The service asked for a pause.</param>
    public sealed record SendResult(int Sent, bool HasHeld, TimeSpan? RetryAfter);
}
