using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Sends some mails of one cohort: each is written when its turn has come, handed over, and noted.</summary>
public sealed partial class MailSender(
    IStore store, IMailRenderer writer, IMailTransport transport, TimeProvider clock, ILogger<MailSender> log)
{
    /// <summary>Each mail changes up to four rows.</summary>
    public const int Most = StoreLimits.Changes / 4;

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
        await Parallel.ForAsync(0, mails.Length, cancel, async (index, stop) =>
            mails[index] = await Prepare(partition, cohort, state.Value, queue[index], stop));
        await HandOver(partition, [.. mails.Where(mail => mail.Outcome is null && mail.Outgoing is not null)], cancel);
        await Conclude(partition, mails, cancel);
        return new(
            mails.Count(mail => mail.Outcome?.Kind is DeliveryKind.Taken),
            mails.Any(mail => mail.IsHeld),
            PauseAfter(mails));
    }

    /// <summary>What could not be written closes the way for the others only where nothing else came of the round either.</summary>
    private static TimeSpan? PauseAfter(IReadOnlyList<QueuedMail> mails)
    {
        var open = mails.Where(mail => mail.Outcome?.IsOpen is true).ToList();
        var first = open.Find(mail => !mail.IsUnwritten) ?? (open.Count == mails.Count ? open.FirstOrDefault() : null);
        return first is null ? null : first.Outcome!.RetryAfter ?? UsualPause;
    }

    private async Task<QueuedMail> Prepare(
        string partition, Cohort cohort, CycleState state, Stored<QueueEntry> entry, CancellationToken cancel)
    {
        var row = await store.Read<Mail>(partition, Rows.Mail + entry.Value.Mail, cancel);
        var queued = new QueuedMail(entry.Key, row);
        if (row is null || row.Value.State is not (MailState.Queued or MailState.Sending))
        {
            return queued;
        }

        if (row.Value.State is MailState.Sending)
        {
            var asked = await transport.Ask(IdOf(cohort, row.Value), cancel);
            var underWay = row.Value.At + transport.MayBeUnderWay - clock.GetUtcNow();
            if (asked.Kind is not DeliveryKind.NotSeen || underWay > TimeSpan.Zero)
            {
                queued.Outcome = asked.Kind is DeliveryKind.NotSeen ? new(DeliveryKind.Unheard, underWay) : asked;
                return queued;
            }
        }

        var renderedMail = row.Value.Until < clock.GetUtcNow() ? RenderedMail.Dropped(DropReason.TooLate)
            : row.Value.WasUnwrittenAt(clock.GetUtcNow()) ? null
            : await Write(row.Value, cohort, state, cancel);
        if (renderedMail is null)
        {
            queued.IsUnwritten = true;
            queued.Outcome = new(row.Value.Unwritten < MostTries || row.Value.WasUnwrittenAt(clock.GetUtcNow()) ? DeliveryKind.Later : DeliveryKind.Refused, Reason: "not-written");
            return queued;
        }

        queued.Outgoing = renderedMail.Mail is { } mail ? mail with { Id = IdOf(cohort, row.Value) } : null;
        queued.NotWanted = renderedMail.NotWanted;
        queued.IsHeld = renderedMail == RenderedMail.Later;
        return queued;
    }

    /// <summary>One letter that can't be written holds up no other.</summary>
    private async Task<RenderedMail?> Write(Mail mail, Cohort cohort, CycleState state, CancellationToken cancel)
    {
        try
        {
            return await writer.Write(mail, cohort, state, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            NotWritten(log, IdOf(cohort, mail), FailureTrail.Describe(failure));
            return null;
        }
    }

    private async Task HandOver(string partition, IReadOnlyList<QueuedMail> mails, CancellationToken cancel)
    {
        if (mails.Count == 0)
        {
            return;
        }

        if (!transport.TakesOnce)
        {
            var etags = await store.Write(partition, [.. mails.Select(mail => mail.Row!.Replace(mail.Sending(clock.GetUtcNow())))], cancel);
            foreach (var (mail, etag) in mails.Zip(etags))
            {
                mail.Row = new(mail.Row!.Key, mail.Sending(clock.GetUtcNow()), etag!);
            }
        }

        var outcomes = await transport.Send([.. mails.Select(mail => mail.Outgoing!)], cancel);
        foreach (var (mail, outcome) in mails.Zip(outcomes))
        {
            mail.Outcome = outcome;
        }
    }

    private async Task Conclude(string partition, IReadOnlyList<QueuedMail> mails, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        while (true)
        {
            var changes = new List<Change>();
            foreach (var mail in mails)
            {
                changes.AddRange(mail.Conclusion(now));
                // Nobody's pause and no dead address holds up a phase: the days to answer count from when the mail would have gone.
                if (mail.IsSettled && mail.Row is { Value: { Ask: { } id } value } && value.Kind.Declaration().Question is not MailQuestion.Recalls
                    && await store.Read<Ask>(partition, id.AskKey, cancel) is { Value.SentAt: null } ask)
                {
                    changes.Add(ask.Replace(ask.Value with { SentAt = now }));
                }
            }

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

    private static string IdOf(Cohort cohort, Mail mail) => $"{cohort.Id}.{mail.Name}";

    [LoggerMessage(110, LogLevel.Error, "The outbox process can't write {Mail}: {Trail}")]
    private static partial void NotWritten(ILogger log, string mail, string trail);

    /// <param name="Sent">How many the service took.</param>
    /// <param name="HasHeld">Some wait for the end of their reader's pause now, which the cohort looks after.</param>
    /// <param name="RetryAfter">The service asked for a pause.</param>
    public sealed record SendResult(int Sent, bool HasHeld, TimeSpan? RetryAfter);
}
