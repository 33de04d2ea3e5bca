using ReverseMentoring.Core.Calendars.Planning;
using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Cycle;

/// <summary>Before pairs are found: when people could begin a session in the weeks to come, where their calendars are reached.</summary>
public sealed class CalendarSurvey(CohortCalendars calendars)
{
    /// <summary>Further ahead calendars are empty, and tell nothing; Graph tells less than 62 days at once.</summary>
    private const int Days = 60;

    /// <summary>So long is it waited for calendars that want to be left alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>People looked at between two writes.</summary>
    private const int AtOnce = StoreLimits.Changes;

    /// <summary>Writes down what the calendars say. Stopped half-way, it goes on behind what it has written for this round.</summary>
    /// <returns>When to come again, where the calendars want to be left alone; null: all is known that can be known.</returns>
    public async Task<DateTimeOffset?> Look(Turn turn, CancellationToken cancel)
    {
        if (calendars.Of(turn.Cohort) is not { } calendar)
        {
            return null;
        }

        var known = await turn.Store.Query<FreeTimeRow>(turn.Partition, KeyRange.Prefix(Rows.FreeTime), cancel)
            .Where(row => row.Value.Round == turn.State.Round)
            .ToDictionaryAsync(row => row.Key[Rows.FreeTime.Length..], row => row.Value.From, StringComparer.Ordinal, cancel);
        if (known.Count == 0)
        {
            await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(Rows.FreeTime), cancel);
        }

        // All who are compared are looked at from the same moment on, however long that takes.
        var from = known.Values.FirstOrDefault(new DateTimeOffset(turn.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1));
        try
        {
            await foreach (var people in turn.People(cancel).Where(person => person.IsActive && !known.ContainsKey(person.Id)).Chunk(AtOnce))
            {
                await Look(turn, calendar, people, from, cancel);
            }
        }
        catch (CalendarBusyException busy) when (turn.Now - turn.State.EnteredAt < Patience)
        {
            return turn.Now + busy.RetryAfter;
        }
        catch (CalendarException)
        {
            // Calendars that can't be read hold no matching up any longer: working hours are known.
        }

        return null;
    }

    private static async Task Look(Turn turn, ICalendar calendar, Person[] people, DateTimeOffset from, CancellationToken cancel)
    {
        var busy = await calendar.BusyAsync(
            [.. people.Select(person => new CalendarPerson(person.Id, person.Email, person.Name))], new(from, from.AddDays(Days)), cancel);
        var rows = new List<Change>();
        foreach (var (person, told) in people.Zip(busy))
        {
            var key = Rows.FreeTime + person.Id;
            rows.Add(Documents.Put(key, told.Problem is null ? await Row(turn, person, told.Busy, from, cancel) : new(turn.State.Round, from, null)));
        }

        await turn.Store.Write(turn.Partition, rows, cancel);
    }

    private static async Task<FreeTimeRow> Row(
        Turn turn, Person person, IReadOnlyList<Interval> busy, DateTimeOffset from, CancellationToken cancel)
    {
        var plan = turn.Cohort.Settings.Sessions;
        var attendee = new Attendee(person.Id, await MeetingTimes.Whereabouts(turn.Store, turn.Cohort, person, cancel))
        {
            Absences = person.Away,
            Holidays = await Holidays.Of(turn.Store, turn.Cohort, person, cancel),
            Busy = busy,
        };
        var first = DateOnly.FromDateTime(from.UtcDateTime);
        var free = new Availability(plan, [(attendee, new AttendeeClock(attendee))]).Common(first, first.AddDays(Days), Constraint.Busy);
        return new(turn.State.Round, from, FreeTime.Of(free, from, Days, TimeSpan.FromMinutes(plan.Minutes)).Pack());
    }
}

/// <summary>What somebody's calendar said before a round of matching.</summary>
/// <param name="Round">The round before it.</param>
/// <param name="From">The first moment that <paramref name="Packed"/> tells of.</param>
/// <param name="Packed">As <see cref="FreeTime.Pack"/> writes it; null where the calendar could not be read.</param>
public sealed record FreeTimeRow(int Round, DateTimeOffset From, string? Packed)
{
    internal FreeTime? Read() => Packed is null ? null : FreeTime.Unpack(Packed);
}
