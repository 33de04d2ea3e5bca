using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Meetings.Calendars;

/// <summary>
/// Hears what people do to a cohort's events in the product's own mailbox, and asks the meetings to look. It only wakes: what has
/// happened each sees for itself, so that news that comes twice, or late, does no harm. Where events stand in people's
/// own calendars, meetings look by themselves, day by day.
/// </summary>
public sealed class CalendarWatch(IStore store, CohortCalendars calendars, Wakes wakes)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <param name="context">The cohort's.</param>
    /// <param name="until">When the last session can be.</param>
    /// <param name="cancel">Cancels between calls.</param>
    /// <returns>The meetings to run, and when to listen again; null: there is nothing to listen to.</returns>
    public async Task<(IReadOnlyList<ProcessId> Meetings, DateTimeOffset? Next)> Listen(StepContext context, DateTimeOffset until, CancellationToken cancel)
    {
        if (calendars.CalendarOf(context.Cohort) is not { } calendar || context.Cohort.Settings.Calendar.Organizer is not EventOrganizer.ServiceMailbox)
        {
            return ([], null);
        }

        var stored = await store.Read<Heard>(context.Partition, Rows.CalendarWatch, cancel);
        var heard = stored?.Value ?? new Heard(new(context.Now.AddDays(-1), until), null, DateTimeOffset.MinValue);
        if (heard.At + Every > context.Now)
        {
            return ([], heard.At + Every);
        }

        try
        {
            var changes = await calendar.ChangesAsync(null, heard.Window, heard.Since, cancel);
            var meetings = await Tell(context, changes, cancel);
            var next = heard with { Since = changes.Since, At = context.Now };
            await wakes.Announce(meetings, cancel);
            await store.Write(context.Partition, [stored is null ? Documents.Insert(Rows.CalendarWatch, next) : stored.Replace(next)], cancel);
            return (meetings, context.Now + Every);
        }
        catch (CalendarBusyException busy)
        {
            // Nothing was heard yet, and nothing is lost: the same is asked later.
            return ([], context.Now + busy.RetryAfter);
        }
        catch (CalendarException)
        {
            // The service no longer knows what it said last, or refuses: begin anew next time.
            var anew = heard with { Since = null, At = context.Now };
            await store.Write(context.Partition, [stored is null ? Documents.Insert(Rows.CalendarWatch, anew) : stored.Replace(anew)], cancel);
            return ([], context.Now + Every);
        }
    }

    private async Task<IReadOnlyList<ProcessId>> Tell(StepContext context, CalendarChanges changes, CancellationToken cancel)
    {
        var news = changes.Changes.ToDictionary(change => change.Id);
        if (news.Count == 0)
        {
            return [];
        }

        var meetings = await store.Query<SessionEventRow>(context.Partition, KeyRange.Prefix(Rows.Event), cancel)
            .Where(row => row.Value.Id is { } id && news.TryGetValue(id, out var change) && IsNews(row.Value, change))
            .Select(row => row.Value.Meeting).Distinct().ToListAsync(cancel);
        foreach (var chunk in Writes.Chunk(meetings.Select(MeetingCommand.LookAtEvents)))
        {
            await store.Write(context.Partition, chunk, cancel);
        }

        return [.. meetings.Select(meeting => ProcessId.OfMeeting(context.Cohort.Id, meeting))];
    }

    /// <summary>Our own changes come back too.</summary>
    private static bool IsNews(SessionEventRow row, EventChange change) =>
        change.Gone || change.Answers.Any(answer => answer.Response is EventResponse.Declined)
        || (change.Time is { } time && (time.Start != row.Time.Start || time.End != row.Time.End));

    /// <param name="Window">Fixed at the first call.</param>
    /// <param name="Since">As the calendar gave it.</param>
    [Kept(Rows.CalendarWatch, KeptFor.Running, ReadBy.Nobody, KeptUntil.CohortErased)]
    public sealed record Heard(Interval Window, string? Since, DateTimeOffset At);
}
