using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>What is known of the time of those who meet.</summary>
/// <param name="Bookings">As read: keeping them fails when something else was booked meanwhile.</param>
/// <param name="People">With what others have booked for them, without the sessions of these who meet.</param>
internal sealed record MeetingTime(IReadOnlyList<PersonBookings> Bookings, IReadOnlyList<Attendee> People)
{
    /// <summary>All, with sessions of their own that stay as they are.</summary>
    public IReadOnlyList<Attendee> With(IEnumerable<Interval> own) =>
        [.. People.Select(person => person with { Booked = [.. person.Booked, .. own] })];
}

/// <summary>Reads it: bookings of all cohorts, working hours and zones, absences, holidays, and the calendars where they are reached.</summary>
internal sealed class MeetingTimes(IStore store, CohortCalendars calendars)
{
    /// <summary>How far a calendar's entry may be off our own time for the same session: some tell half-hours only.</summary>
    private static readonly TimeSpan Coarseness = TimeSpan.FromMinutes(30);

    private readonly BookingRepository bookings = new(store);

    /// <param name="context">Of those who meet.</param>
    /// <param name="window">The part of the calendars to read; null: they are not asked.</param>
    /// <param name="looksAt">A session whose own entry stays among the busy times; 0: none.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <exception cref="CalendarException">The calendars are to be left alone for a while, or nobody answers.</exception>
    public async Task<MeetingTime> ReadTimes(MeetingContext context, Interval? window, CancellationToken cancel, int looksAt = 0)
    {
        var (booked, people) = (new List<PersonBookings>(), new List<Attendee>());
        var busy = window is { } asked ? await ReadBusy(context, asked, looksAt, cancel) : null;
        var hours = await CountingHours.Read(store, context, cancel);
        foreach (var person in context.People)
        {
            var known = await bookings.ReadPerson(person.Id, cancel);
            booked.Add(known);
            people.Add(new(person.Id, Whereabouts(person, hours[person.Id]))
            {
                Absences = person.Away,
                Holidays = await Holidays.DaysOffOf(store, context.Cohort, person, cancel),
                Booked = known.Value.Besides(context.Cohort.Id, context.Id),
                Busy = busy?.GetValueOrDefault(person.Id) ?? [],
            });
        }

        return new(booked, people);
    }

    /// <summary>Holds for everybody the sessions that they come to, and nothing else.</summary>
    /// <param name="context">Of those who meet.</param>
    /// <param name="read">What they had when this step began to look.</param>
    /// <param name="series">All their sessions, as they are to be.</param>
    /// <param name="cancel">Cancels between writes.</param>
    /// <exception cref="StoreConflictException">Something else was booked for one of them meanwhile, or another step of the meeting was quicker.</exception>
    public Task Keep(MeetingContext context, MeetingTime read, IEnumerable<Session> series, CancellationToken cancel) =>
        Keep(context, read.Bookings, series, always: false, cancel);

    /// <summary>The same, of sessions as they are now.</summary>
    public async Task Keep(MeetingContext context, CancellationToken cancel) =>
        await Keep(context, await ReadBookings(context.People.Select(person => person.Id), cancel), context.Series, always: false, cancel);

    /// <summary>Gives back all that is held for those who no longer take part.</summary>
    public async Task Release(MeetingContext context, IEnumerable<PersonId> people, CancellationToken cancel) =>
        await Keep(context, await ReadBookings(people, cancel), [], always: false, cancel);

    /// <summary>
    /// Holds what is decided, where an earlier step held something and did not come to decide. That one may still be under way: all is
    /// written, the same too, so that it can hold nothing any more.
    /// </summary>
    public async Task Mend(MeetingContext context, CancellationToken cancel)
    {
        await Keep(context, await ReadBookings(context.Meeting.People, cancel), context.Series, always: true, cancel);
        await Note(context, holding: false, cancel);
    }

    private async Task Keep(MeetingContext context, IReadOnlyList<PersonBookings> read, IEnumerable<Session> series, bool always, CancellationToken cancel)
    {
        var held = series.Where(session => session.HasTime).ToArray();
        (PersonBookings Read, Interval[] Times)[] next =
            [.. read.Select(person => (person, held.Where(session => !session.Misses(person.Person)).Select(session => session.Time).ToArray()))];
        if (!always && next.All(one => one.Read.Are(context.Cohort.Id, context.Id, one.Times)))
        {
            return;
        }

        // After the bookings were read and before any is written: of two steps the one that knows less comes no further.
        await Note(context, holding: true, cancel);
        foreach (var (person, times) in next)
        {
            await bookings.Keep(person, context.Cohort.Id, context.Id, times, cancel, always);
        }
    }

    private async Task Note(MeetingContext context, bool holding, CancellationToken cancel) =>
        context.Noted(holding, (await store.Write(Rows.Partition(context.Cohort.Id), [context.Noting(holding)], cancel))[0]!);

    private async Task<IReadOnlyList<PersonBookings>> ReadBookings(IEnumerable<PersonId> people, CancellationToken cancel)
    {
        var read = new List<PersonBookings>();
        foreach (var person in people)
        {
            read.Add(await bookings.ReadPerson(person, cancel));
        }

        return read;
    }

    /// <summary>Without one entry for each session that they have in the calendars themselves.</summary>
    private async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Interval>>?> ReadBusy(
        MeetingContext context, Interval window, int looksAt, CancellationToken cancel)
    {
        if (calendars.CalendarOf(context.Cohort) is not { } calendar)
        {
            return null;
        }

        try
        {
            var busy = await calendar.BusyAsync(
                [.. context.People.Select(person => new CalendarPerson(person.Id, person.Email, person.Name))], window, cancel);
            var own = context.Events.Select(row => row.Value).Where(row => row.Number != looksAt).Select(row => row.Time).ToArray();
            return busy.ToDictionary(person => person.Person, person => WithoutOwn(person.Busy, own));
        }
        catch (CalendarException refused) when (refused is not (CalendarBusyException or { Code: CalendarException.Unreachable }))
        {
            // A calendar that can't be read holds nobody up: their hours and our own bookings are known.
            return null;
        }
    }

    private static IReadOnlyList<Interval> WithoutOwn(IReadOnlyList<Interval> busy, IEnumerable<Interval> own)
    {
        var left = busy.ToList();
        foreach (var session in own)
        {
            var at = left.FindIndex(entry =>
                (entry.Start - session.Start).Duration() < Coarseness && (entry.End - session.End).Duration() < Coarseness);
            if (at >= 0)
            {
                left.RemoveAt(at);
            }
        }

        return left;
    }

    internal static IReadOnlyList<Whereabouts> Whereabouts(Person person, WorkingHours hours) =>
    [
        new(DateOnly.MinValue, person.Zone, hours),
        .. person.ZoneChanges.Select(change => new Whereabouts(change.From, Zone.Find(change.TimeZone), hours)),
    ];
}
