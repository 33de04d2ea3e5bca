using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Sends some mails of one cohort: each is written when its turn has come, handed over, and noted.</summary>
public sealed class MailSender(
    IStore store, IMailRenderer writer, IMailTransport transport, MailHours mailHours, TimeProvider clock, ILogger<MailSender> log)
{
    /// <summary>In one step.</summary>
    public const int Most = StoreLimits.Changes / 4;

    /// <summary>Readers whose letters are written side by side: a letter waits for rows as long as it takes to write.</summary>
    private const int AtOnce = 8;

    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(1);

    private readonly LetterPreparation preparation = new(store, writer, transport, mailHours, clock, log);
    private readonly LetterConclusion conclusion = new(store, clock);

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

        var round = new MailRound(cohort, state.Value, new(store, clock));
        var mails = new QueuedMail[queue.Count];
        await SideBySide.For(
            mails.Length, AtOnce,
            async (index, stop) => mails[index] = new(queue[index].Key, await store.Read<Mail>(partition, Rows.Mail + queue[index].Value.Mail, stop)), cancel);
        var letters = new ConcurrentBag<(int Index, Letter Letter)>();
        var readers = mails.Where(mail => mail.IsOpen).GroupBy(mail => (mail.Row!.Value.Person, mail.Row.Value.ToDelegate)).Index();
        await SideBySide.ForEach(
            readers, AtOnce,
            async (reader, stop) =>
            {
                foreach (var letter in await preparation.Prepare(partition, round, [.. reader.Item], stop))
                {
                    letters.Add((reader.Index, letter));
                }
            },
            cancel);
        Letter[] all =
        [
            .. letters.OrderBy(letter => letter.Index).Select(letter => letter.Letter),
            .. mails.Where(mail => !mail.IsOpen).Select(mail => new Letter(mail, [])),
        ];
        Letter[] going = [.. all.Where(letter => letter.IsToGo)];
        var concluded = going.Length == 0 ? 0
            : transport is IMailLine line ? await HandOverEach(line, partition, going, cancel) : await HandOver(partition, going, cancel);
        await conclusion.Conclude(partition, [.. all.Except(going.Take(concluded))], cancel);
        MailTelemetry.Count(all);
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

    /// <returns>How many of them are concluded already, from the first on.</returns>
    private async Task<int> HandOver(string partition, IReadOnlyList<Letter> letters, CancellationToken cancel)
    {
        await Note(partition, letters, cancel);
        var outcomes = await transport.Send([.. letters.Select(letter => letter.Lead.Outgoing!)], cancel);
        foreach (var (letter, outcome) in letters.Zip(outcomes))
        {
            letter.Conclude(outcome);
        }

        return 0;
    }

    /// <summary>One noted, handed over and concluded before the next, where nobody could tell later what became of several.</summary>
    /// <returns>How many were.</returns>
    private async Task<int> HandOverEach(IMailLine line, string partition, IReadOnlyList<Letter> letters, CancellationToken cancel)
    {
        var gone = 0;
        await foreach (var outcome in line.SendEach(Noted(), cancel))
        {
            var letter = letters[gone++];
            letter.Conclude(outcome);
            await conclusion.Conclude(partition, [letter], cancel);
            foreach (var next in letters.Skip(gone))
            {
                next.Follow(letter, clock.GetUtcNow());
            }
        }

        foreach (var left in letters.Skip(gone))
        {
            left.Conclude(letters[gone - 1].Lead.Outcome!.OfOthers);
        }

        return gone;

        async IAsyncEnumerable<OutgoingMail> Noted()
        {
            foreach (var letter in letters)
            {
                await Note(partition, [letter], cancel);
                yield return letter.Lead.Outgoing!;
            }
        }
    }

    private async Task Note(string partition, IReadOnlyList<Letter> letters, CancellationToken cancel)
    {
        var rows = letters.Select(Noted).ToArray();
        Change[] places = [.. letters.SelectMany(letter => letter.Lead.IntoQueue())];

        // What stands in another's letter now is asked for by that one: by its own name the service will never have seen it.
        QueuedMail[] unsent = [.. letters.SelectMany(letter => letter.Along).Where(mail => mail.IsUnsent)];
        var etags = await store.Write(
            partition,
            [.. letters.Zip(rows).Select(letter => letter.First.Lead.Row!.Replace(letter.Second)), .. unsent.Select(mail => mail.Row!.Replace(mail.Row.Value)), .. places], cancel);
        foreach (var (letter, row, etag) in letters.Zip(rows, etags))
        {
            letter.Lead.SetNoted(new(letter.Lead.Row!.Key, row, etag!));
        }

        foreach (var (mail, etag) in unsent.Zip(etags.Skip(letters.Count)))
        {
            mail.SetQueued(etag!);
        }
    }

    /// <summary>Which mails are in it, and that it may be with the service from now on.</summary>
    private Mail Noted(Letter letter) =>
        letter.Lead.Sending(clock.GetUtcNow()) with { Along = letter.Along.Count == 0 ? null : [.. letter.Along.Select(mail => mail.Row!.Value.Name)] };

    /// <param name="Sent">How many the service took.</param>
    /// <param name="HasHeld">Some wait for the end of their reader's pause now, which the cohort looks after.</param>
    /// <param name="RetryAfter">The service asked for a pause.</param>
    public sealed record SendResult(int Sent, bool HasHeld, TimeSpan? RetryAfter);
}
