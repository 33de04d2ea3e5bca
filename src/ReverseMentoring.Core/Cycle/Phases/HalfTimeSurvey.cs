using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>
/// Half-time is asked by each pair and circle in its own time, and published for all together: so many days after the last was
/// asked, whoever has answered by then. When it closes says nothing of who answered when.
/// </summary>
internal static class HalfTimeSurvey
{
    /// <summary>Closes it if its time has come.</summary>
    /// <returns>When it is to close; null: it is closed, or somebody has yet to be asked.</returns>
    public static async Task<DateTimeOffset?> CloseHalfTime(this StepContext context, CancellationToken cancel)
    {
        if (context.State.ClosedWaves.Contains(WaveNames.HalfTime) || !await AllAreAsked(context, cancel)
            || await LastAsked(context, cancel) is not { } asked)
        {
            return null;
        }

        var closes = context.Cohort.EndOfDay(asked, context.Cohort.Settings.Phases.Feedback);
        if (closes > context.Now)
        {
            return closes;
        }

        await context.CloseWave(WaveNames.HalfTime, cancel);
        return null;
    }

    /// <summary>Closes it with the sessions, if anybody was ever asked.</summary>
    public static async Task EndHalfTime(this StepContext context, CancellationToken cancel)
    {
        if (await Meetings(context, cancel).AnyAsync(meeting => meeting.HalfTimeAsked, cancel))
        {
            await context.CloseWave(WaveNames.HalfTime, cancel);
        }
    }

    /// <summary>A series of one session has no half.</summary>
    private static async Task<bool> AllAreAsked(StepContext context, CancellationToken cancel)
    {
        var meetings = await Meetings(context, cancel).ToListAsync(cancel);
        return meetings.Any(meeting => meeting.HalfTimeAsked)
            && meetings.All(meeting => meeting.HalfTimeAsked || meeting.Status is not MeetingStatus.Running || meeting.SessionsPlanned == 1);
    }

    /// <returns>When the last mail with the question went out; null while one waits for its turn.</returns>
    private static async Task<DateTimeOffset?> LastAsked(StepContext context, CancellationToken cancel)
    {
        var open = await context.Store.Query<Ask>(context.Partition, KeyRange.Prefix(AskId.MeetingAsks), cancel)
            .Select(row => row.Value).Where(ask => ask.Id.Form is FormKind.HalfTime).ToListAsync(cancel);
        var answered = await context.Store.Query(context.Partition, KeyRange.Prefix(AskId.MeetingAnswers), cancel)
            .Where(row => row.Value<AnswerReceipt>().Id.Form is FormKind.HalfTime).Select(row => StoredJson.Parse<Answer<HalfTimeAnswer>>(row.Body).AskedAt).ToListAsync(cancel);
        return open.Any(ask => ask.SentAt is null) ? null : open.Select(ask => ask.SentAt).Concat(answered).Max() ?? context.Now;
    }

    private static IAsyncEnumerable<Meeting> Meetings(StepContext context, CancellationToken cancel) =>
        new MeetingRepository(context.Store, context.Cohort.Id).All(cancel).Select(row => row.Value).Where(meeting => meeting.StartedAt is not null);
}
