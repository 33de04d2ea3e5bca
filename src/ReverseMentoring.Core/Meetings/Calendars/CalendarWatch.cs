using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Meetings.Calendars;

/// <summary>
/// Hears what people do to a cohort's events in the product's own mailbox, and asks the meetings to look. It only wakes: what has
/// happened each sees for itself, so that news that comes twice, or late, does no harm. Where events stand in people's
/// own calendars, meetings look by themselves, day by day.
/// </summary>
public sealed class CalendarWatch(IStore store, CohortCalendars calendars)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <param name="turn">The cohort's.</param>
    /// <param name="until">When the last session can be.</param>
    /// <param name="cancel">Cancels between calls.</param>
    /// <returns>The meetings to run, and when to listen again; null: there is nothing to listen to.</returns>
    public async Task<(IReadOnlyList<ProcessId> Meetings, DateTimeOffset? Next)> Listen(Turn turn, DateTimeOffset until, CancellationToken cancel)
    {
        if (calendars.Of(turn.Cohort) is not { } calendar || turn.Cohort.Settings.Calendar.Organizer is not EventOrganizer.ServiceMailbox)
        {
            return ([], null);
        }

        var stored = await store.Read<Heard>(turn.Partition, Rows.CalendarWatch, cancel);
        var heard = stored?.Value ?? new Heard(new(turn.Now.AddDays(-1), until), null, DateTimeOffset.MinValue);
        if (heard.At + Every > turn.Now)
        {
            return ([], heard.At + Every);
        }

        try
        {
            var changes = await calendar.ChangesAsync(null, heard.Window, heard.Since, cancel);
            var meetings = await Tell(turn, changes, cancel);
            var next = heard with { Since = changes.Since, At = turn.Now };
            await store.Write(turn.Partition, [stored is null ? Documents.Insert(Rows.CalendarWatch, next) : stored.Replace(next)], cancel);
            return (meetings, turn.Now + Every);
        }
        catch (CalendarBusyException busy)
        {
            return ([], turn.Now + busy.RetryAfter);
        }
        catch (CalendarException)
        {
            // The service no longer knows what it said last, or refuses: begin anew next time.
            var anew = heard with { Since = null, At = turn.Now };
            await store.Write(turn.Partition, [stored is null ? Documents.Insert(Rows.CalendarWatch, anew) : stored.Replace(anew)], cancel);
            return ([], turn.Now + Every);
        }
    }

    private async Task<IReadOnlyList<ProcessId>> Tell(Turn turn, CalendarChanges changes, CancellationToken cancel)
    {
        var news = changes.Changes.ToDictionary(change => change.Id);
        if (news.Count == 0)
        {
            return [];
        }

        var meetings = await store.Query<SessionEventRow>(turn.Partition, KeyRange.Prefix(Rows.Event), cancel)
            .Where(row => row.Value.Id is { } id && news.TryGetValue(id, out var change) && IsNews(row.Value, change))
            .Select(row => row.Value.Meeting).Distinct().ToListAsync(cancel);
        foreach (var chunk in Writes.Chunk(meetings.Select(MeetingCommand.LookAtEvents)))
        {
            await store.Write(turn.Partition, chunk, cancel);
        }

        return [.. meetings.Select(meeting => ProcessId.OfMeeting(turn.Cohort.Id, meeting))];
    }

    /// <summary>Our own changes come back too.</summary>
    private static bool IsNews(SessionEventRow row, EventChange change) =>
        change.Gone || change.Answers.Any(answer => answer.Response is EventResponse.Declined)
        || (change.Time is { } time && (time.Start != row.Time.Start || time.End != row.Time.End));

    /// <param name="Window">Fixed at the first call.</param>
    /// <param name="Since">As the calendar gave it.</param>
    public sealed record Heard(Interval Window, string? Since, DateTimeOffset At);
}
