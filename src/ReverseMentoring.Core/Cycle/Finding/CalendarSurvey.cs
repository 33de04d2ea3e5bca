using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Before pairs are found: when people could begin a session in the weeks to come, where their calendars are reached.</summary>
internal sealed class CalendarSurvey(CohortCalendars calendars)
{
    /// <summary>Further ahead calendars are empty, and tell nothing; Graph tells less than 62 days at once.</summary>
    private const int Days = 60;

    /// <summary>So long is it waited for calendars that want to be left alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>People looked at between two writes.</summary>
    private const int AtOnce = StoreLimits.Changes;

    /// <summary>Writes down what the calendars say. Stopped half-way, it goes on behind what it has written for this round.</summary>
    /// <returns>When to come again, where the calendars want to be left alone; null: all is known that can be known.</returns>
    public async Task<DateTimeOffset?> Survey(StepContext context, CancellationToken cancel)
    {
        if (calendars.CalendarOf(context.Cohort) is not { } calendar)
        {
            return null;
        }

        var known = await context.Store.Query<FreeTimeRow>(context.Partition, KeyRange.Prefix(Rows.FreeTime), cancel)
            .Where(row => row.Value.Round == context.State.Round)
            .ToDictionaryAsync(row => row.Value.Person, row => row.Value.From, cancellationToken: cancel);
        if (known.Count == 0)
        {
            await context.Store.DeleteAll(context.Partition, KeyRange.Prefix(Rows.FreeTime), cancel);
        }

        // All who are compared are looked at from the same moment on, however long that takes.
        var from = known.Values.FirstOrDefault(new DateTimeOffset(context.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1));
        try
        {
            await foreach (var people in context.People(cancel).Where(person => person.IsActive && !known.ContainsKey(person.Id)).Chunk(AtOnce))
            {
                await Survey(context, calendar, people, from, cancel);
            }
        }
        catch (CalendarBusyException busy) when (context.Now - context.State.EnteredAt < Patience)
        {
            // Those who were looked at are kept; the others are looked at when the calendars can bear it.
            return context.Now + busy.RetryAfter;
        }
        catch (CalendarException)
        {
            // Calendars that can't be read hold no matching up any longer: working hours are known.
        }

        return null;
    }

    private static async Task Survey(StepContext context, ICalendar calendar, Person[] people, DateTimeOffset from, CancellationToken cancel)
    {
        var busy = await calendar.BusyAsync(
            [.. people.Select(person => new CalendarPerson(person.Id, person.Email, person.Name))], new(from, from.AddDays(Days)), cancel);
        var rows = new List<Change>();
        foreach (var (person, told) in people.Zip(busy))
        {
            var key = Rows.FreeTime + person.Id;
            rows.Add(Documents.Put(key, told.Problem is null ? await Row(context, person, told.Busy, from, cancel) : new(person.Id, context.State.Round, from, null)));
        }

        await context.Store.Write(context.Partition, rows, cancel);
    }

    private static async Task<FreeTimeRow> Row(
        StepContext context, Person person, IReadOnlyList<Interval> busy, DateTimeOffset from, CancellationToken cancel)
    {
        var plan = context.Cohort.Settings.Sessions;
        var attendee = new Attendee(person.Id, MeetingTimes.Whereabouts(person, (await StatedHours.Read(context.Store, context.Cohort.Id, person, cancel)).Wider))
        {
            Absences = person.Away,
            Holidays = await Holidays.DaysOffOf(context.Store, context.Cohort, person, cancel),
            Busy = busy,
        };
        var first = DateOnly.FromDateTime(from.UtcDateTime);
        var free = new Availability(plan, [(attendee, new AttendeeClock(attendee))]).Common(first, first.AddDays(Days), Constraint.Busy);
        return new(person.Id, context.State.Round, from, FreeTime.FromIntervals(free, from, Days, TimeSpan.FromMinutes(plan.Minutes)).Pack());
    }
}

/// <summary>What somebody's calendar said before a round of matching.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Round">The round before it.</param>
/// <param name="From">The first moment that <paramref name="Packed"/> tells of.</param>
/// <param name="Packed">As <see cref="FreeTime.Pack"/> writes it; null where the calendar could not be read.</param>
[Kept(Rows.FreeTime, KeptFor.Matching, ReadBy.Oneself, KeptUntil.SessionsBegin)]
internal sealed record FreeTimeRow(PersonId Person, int Round, DateTimeOffset From, string? Packed)
{
    internal FreeTime? Unpack() => Packed is null ? null : FreeTime.Unpack(Packed);
}
