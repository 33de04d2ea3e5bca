using System.Globalization;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>Everybody's calendars, which outlive the process, with what else people have in them.</summary>
internal sealed class SimulatedCalendars(Surroundings around)
{
    private readonly Dictionary<string, SimulatedEvent> events = new(StringComparer.Ordinal);
    private readonly List<(string Address, Interval Time)> others = [];
    private readonly List<SimulatedEvent> changed = [];

    public IEnumerable<SimulatedEvent> Standing => events.Values.Where(one => !one.Gone);

    public ICalendar For(Life life) => new Line(this, around, life);

    /// <summary>Something else of theirs.</summary>
    public void Put(string address, Interval time) => others.Add((address, time));

    public void Decline(SimulatedEvent one, string address)
    {
        one.Answers[address] = EventResponse.Declined;
        changed.Add(one);
    }

    private IReadOnlyList<Interval> BusyOf(string address) =>
    [
        .. others.Where(other => other.Address == address).Select(other => other.Time)
            .Concat(Standing.Where(one => one.Attendees.Contains(address) && one.Answers.GetValueOrDefault(address) is not EventResponse.Declined).Select(one => one.Time))
            .OrderBy(time => time.Start),
    ];

    private SimulatedEvent? Find(string id) => events.Values.FirstOrDefault(one => one.Id == id);

    private static EventChange Now(SimulatedEvent one) =>
        new(one.Id, one.Time, one.Gone, [.. one.Answers.Select(answer => new EventAnswer(answer.Key, answer.Value))]);

    /// <summary>One life's way to them.</summary>
    private sealed class Line(SimulatedCalendars calendars, Surroundings around, Life life) : ICalendar
    {
        public Task<IReadOnlyList<PersonBusy>> BusyAsync(IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation) => Call(
            "busy", () => (IReadOnlyList<PersonBusy>)[.. people.Select(person => new PersonBusy(person.Id, [.. calendars.BusyOf(person.Address).Where(window.Overlaps)]))]);

        public Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation) => Call($"book {session.Name}", () =>
        {
            if (!calendars.events.TryGetValue(session.Name, out var booked))
            {
                calendars.events.Add(session.Name, booked = new(session.Name, session));
            }

            return new BookedEvent(booked.Id, null);
        });

        public Task<bool> MoveAsync(EventReference booked, Interval time, CancellationToken cancellation) => Call($"move {booked.Id}", () =>
        {
            if (calendars.Find(booked.Id) is not { Gone: false } one)
            {
                return false;
            }

            one.Time = time;
            one.Answers.Clear();
            return true;
        });

        public Task<bool> InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation) => Call($"invite {booked.Id}", () =>
        {
            if (calendars.Find(booked.Id) is not { Gone: false } one)
            {
                return false;
            }

            one.Attendees = [.. attendees.Select(person => person.Address)];
            return true;
        });

        public Task CancelAsync(EventReference booked, string message, CancellationToken cancellation) =>
            Call($"cancel {booked.Id}", () => calendars.Find(booked.Id) is { } one && (one.Gone = true));

        public Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation) =>
            Call($"look at {booked.Id}", () => calendars.Find(booked.Id) is { Gone: false } one ? Now(one) : null);

        public Task<CalendarChanges> ChangesAsync(CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation) => Call(
            "changes", () => new CalendarChanges(
                [.. calendars.changed.Skip(int.Parse(since ?? "0", CultureInfo.InvariantCulture)).Distinct().Select(Now)],
                calendars.changed.Count.ToString(CultureInfo.InvariantCulture), Complete: false));

        private async Task<T> Call<T>(string what, Func<T> act)
        {
            if (life.IsOver)
            {
                await Life.Forever;
            }

            if (around.Strikes(around.Rates.CalendarBusy, $"calendars are busy: {what}"))
            {
                throw new CalendarBusyException(TimeSpan.FromMinutes(around.Chance.Between(1, 90)));
            }

            if (around.Strikes(around.Rates.CalendarRefuses, $"calendars refuse: {what}"))
            {
                throw new CalendarException("ErrorAccessDenied");
            }

            var done = act();
            around.Trace.Note($"calendar {what}");
            return around.Strikes(around.Rates.CalendarUnheard, $"calendars did it, unheard: {what}") ? throw new CalendarException(CalendarException.Unreachable) : done;
        }
    }
}
