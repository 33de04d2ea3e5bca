using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Calendars;

/// <summary>
/// Makes calendars say what a meeting's rows say, after these are stored: books, moves, invites, cancels. Each event is a named
/// effect: its row is there before the calendar is asked, and after an unknown outcome the same name is asked for again.
/// </summary>
public sealed class MeetingCalendar(IStore store, CohortCalendars calendars, TimeProvider clock, IEventWriter? writer = null)
{
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    /// <param name="cohortId">Whose meeting it is.</param>
    /// <param name="meetingId">Running or over.</param>
    /// <param name="cancel">Cancels between calls.</param>
    /// <returns>When to try again; null: all stands as it should.</returns>
    public Task<DateTimeOffset?> Settle(CohortId cohortId, MeetingId meetingId, CancellationToken cancel) =>
        Settle(cohortId, meetingId, clears: false, cancel);

    /// <summary>Takes out all that is still to come, whatever the meeting's rows say; else as <see cref="Settle(CohortId, MeetingId, CancellationToken)"/>.</summary>
    public Task<DateTimeOffset?> Clear(CohortId cohortId, MeetingId meetingId, CancellationToken cancel) =>
        Settle(cohortId, meetingId, clears: true, cancel);

    private async Task<DateTimeOffset?> Settle(CohortId cohortId, MeetingId meetingId, bool clears, CancellationToken cancel)
    {
        if (await store.ReadCohort(cohortId, cancel) is not { } cohort || calendars.CalendarOf(cohort) is not { } calendar
            || await CalendarPlan.Load(store, cohort, meetingId, clock.GetUtcNow(), cancel) is not { } plan)
        {
            return null;
        }

        plan = clears ? plan with { Wanted = [] } : await NameMissing(plan, cancel);
        var settling = new EventSettling(calendar, plan, writer, clock);
        foreach (var row in plan.Events)
        {
            var now = clock.GetUtcNow();
            try
            {
                await Write(plan, row, await settling.Settle(row.Value, cancel), cancel);
            }
            catch (CalendarException refused)
            {
                await NoteFailure(plan, plan.Events.SkipWhile(one => one != row), refused, cancel);
                return now + ((refused as CalendarBusyException)?.RetryAfter ?? AfterRefusal);
            }
        }

        return null;
    }

    /// <summary>Why the first was refused, and since when those that are left are no longer wanted.</summary>
    private async Task NoteFailure(
        CalendarPlan plan, IEnumerable<Stored<SessionEventRow>> left, CalendarException refused, CancellationToken cancel)
    {
        var problem = refused is CalendarBusyException ? null : refused.Code;
        foreach (var row in left)
        {
            var unwanted = plan.FindWanted(row.Value) is not null ? null : row.Value.UnwantedSince ?? (DateTimeOffset?)clock.GetUtcNow();
            await Write(plan, row, row.Value with { Problem = problem ?? row.Value.Problem, UnwantedSince = unwanted }, cancel);
            problem = null;
        }
    }

    /// <summary>Writes down each event that is wanted and has no row yet, before any calendar hears of it.</summary>
    private async Task<CalendarPlan> NameMissing(CalendarPlan plan, CancellationToken cancel)
    {
        var missing = plan.Wanted.Where(session => plan.Events.All(row => row.Value.Number != session.Number)).ToArray();
        if (missing.Length == 0)
        {
            return plan;
        }

        await store.Write(
            Rows.Partition(plan.Cohort.Id),
            [.. missing.Select(session => Documents.Insert(MeetingRepository.EventKey(plan.Meeting.Id, session.Number), plan.NewRow(session)))], cancel);
        return (await CalendarPlan.Load(store, plan.Cohort, plan.Meeting.Id, clock.GetUtcNow(), cancel))!;
    }

    private async Task Write(CalendarPlan plan, Stored<SessionEventRow> row, SessionEventRow? next, CancellationToken cancel)
    {
        if (next != row.Value)
        {
            await store.Write(Rows.Partition(plan.Cohort.Id), [next is null ? row.Delete() : row.Replace(next)], cancel);
        }
    }
}
