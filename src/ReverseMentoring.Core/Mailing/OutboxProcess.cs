using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// Sends what is queued in all cohorts, the most urgent first, as fast as the quota allows. What was handed over and not
/// answered is asked for before it is sent again.
/// </summary>
public sealed partial class OutboxProcess(
    IStore store, MailSender sender, MailQuota quota, MailStop stop, TimeProvider clock, ILogger<OutboxProcess> log) : IProcess
{
    /// <summary>Mails in one step: enough to be quick, few enough to let an urgent one pass.</summary>
    private const int Batch = MailSender.Most;

    /// <summary>Cohorts at a time: a step looks into each, and there may be a thousand.</summary>
    private const int LooksAtOnce = 32;

    /// <summary>A service that takes no mail at all for so long is something for somebody to look at.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(1);

    /// <summary>A stop by the host's setting ends with a start of the host, of which nobody tells the outbox.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    public string Kind => ProgrammeProcesses.OutboxKind;

    public async Task<StepResult> Step(ProcessId id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await stop.Stands(cancel))
        {
            Stopped(log);
            return new(now + LookAgain);
        }

        var stored = await SendingPace.Read(store, cancel);
        var sendingPace = stored?.Value ?? new();
        var left = sendingPace.Left(quota, now);
        var (queued, later) = await Queued(Batch, now, cancel);
        if (queued.Count == 0)
        {
            MailTelemetry.Waits(TimeSpan.Zero);
            return new(later);
        }

        var oldest = queued.Min(mail => mail.Entry.Value.QueuedAt);
        Waiting(log, queued.Count, (int)(now - oldest).TotalMinutes);
        MailTelemetry.Waits(now - oldest);
        if (left <= 0)
        {
            return new(sendingPace.OpensAt(quota, now));
        }

        var (sent, closedFor) = (0, (TimeSpan?)null);
        var holding = new List<ProcessId>();
        foreach (var ofCohort in queued.Take(left).GroupBy(mail => mail.Cohort))
        {
            var sendResult = await sender.Send(ofCohort.Key, [.. ofCohort.Select(mail => mail.Entry)], cancel);
            sent += sendResult.Sent;
            closedFor = sendResult.RetryAfter ?? closedFor;
            if (sendResult.HasHeld)
            {
                holding.Add(ProcessId.OfCohort(ofCohort.Key));
            }
        }

        var next = sendingPace.After(sent, now) with
        {
            ClosedUntil = closedFor is { } pause ? now + pause : null,
            ClosedSince = closedFor is null || sent > 0 ? null : sendingPace.ClosedSince ?? now,
        };
        if (next.ClosedSince is { } since && now - since > TooLong)
        {
            PutOff(log, since);
        }

        if (quota != MailQuota.Unlimited || next.ClosedUntil is not null || sendingPace.ClosedUntil is not null)
        {
            await store.Write(
                SendingPace.Partition, [stored is null ? Documents.Insert(SendingPace.Key, next) : stored.Replace(next)], cancel);
        }

        return new(next.Left(quota, now) > 0 ? now : next.OpensAt(quota, now)) { Starts = holding };
    }

    [LoggerMessage(113, LogLevel.Warning, "All mail is stopped, by a manager or by a setting")]
    private static partial void Stopped(ILogger log);

    /// <summary>The most urgent of all cohorts, of those that are paused what somebody waits for only, and the hour at which others are to have their turn.</summary>
    private async Task<(IReadOnlyList<(CohortId Cohort, Stored<QueueEntry> Entry)> Mails, DateTimeOffset? Later)> Queued(
        int most, DateTimeOffset now, CancellationToken cancel)
    {
        var cohorts = await store.Query(Rows.Cohorts, KeyRange.Prefix(""), cancel).Select(row => new CohortId(row.Key)).ToListAsync(cancel);
        var looked = new (IReadOnlyList<Stored<QueueEntry>> First, DateTimeOffset? Later)[cohorts.Count];
        await SideBySide.For(
            cohorts.Count, LooksAtOnce, async (index, stop) => looked[index] = await Queued(cohorts[index], most, now, stop), cancel);
        return (
            [
                .. cohorts.Zip(looked).SelectMany(cohort => cohort.Second.First.Select(row => (cohort.First, row)))
                    .OrderBy(mail => mail.row.Key, StringComparer.Ordinal).Take(most),
            ],
            looked.Min(cohort => cohort.Later));
    }

    private async Task<(IReadOnlyList<Stored<QueueEntry>> First, DateTimeOffset? Later)> Queued(
        CohortId cohort, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort);
        var waits = await LaterMails.Release(store, partition, now, cancel);
        var first = await store.Query<QueueEntry>(partition, KeyRange.Prefix(Rows.Queue), cancel).Take(most).ToListAsync(cancel);
        return (first.Count > 0 || waits is not null) && (await store.ReadState(cohort, cancel))?.Value.Status is not CycleStatus.Paused
            ? (first, waits)
            : ([.. first.Where(row => row.Key.StartsWith(Mail.EchoKeys, StringComparison.Ordinal))], null);
    }

    [LoggerMessage(111, LogLevel.Error, "The outbox process has sent nothing since {Since:u}: the mail service puts it off")]
    private static partial void PutOff(ILogger log, DateTimeOffset since);

    [LoggerMessage(112, LogLevel.Information, "The outbox process comes to {Count} mails, the longest waiting of which has waited {Minutes} minutes")]
    private static partial void Waiting(ILogger log, int count, int minutes);
}
