using System.Globalization;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Everybody's calendars, in memory, with the product's events and other people's; and with the faults that real ones have.</summary>
internal sealed class FakeCalendar : ICalendar
{
    private readonly Dictionary<string, FakeEvent> events = [];
    private readonly List<(string Address, Interval Time)> others = [];
    private readonly List<FakeEvent> changed = [];
    private int calls;

    /// <summary>Each of so many calls does its work, and its answer is lost. 0: none.</summary>
    public int LosesEvery { get; set; }

    /// <summary>While set, all calls are turned away.</summary>
    public TimeSpan? BusyFor { get; set; }

    /// <summary>While set, all calls are refused by it.</summary>
    public CalendarException? Refuses { get; set; }

    /// <summary>While set, whoever asks for the calendars of this address is turned away.</summary>
    public string? BusyAddress { get; set; }

    /// <summary>Addresses whose events can't be taken out for so long.</summary>
    public Dictionary<string, TimeSpan> KeepsEventsOf { get; } = [];

    /// <summary>Happens once, while somebody waits to hear when people are busy.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public IReadOnlyList<FakeEvent> All => [.. events.Values.OrderBy(one => one.Time.Start)];

    public IReadOnlyList<FakeEvent> Standing => [.. All.Where(one => !one.Gone)];

    public List<string> Cancelled { get; } = [];

    /// <summary>Each event has a place to meet online.</summary>
    public bool MeetsOnline { get; set; }

    public void PutOver(string address, Interval time) => others.Add((address, time));

    public void Decline(FakeEvent one, string address)
    {
        one.Answers[address] = EventResponse.Declined;
        changed.Add(one);
    }

    public async Task<IReadOnlyList<PersonBusy>> BusyAsync(IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation)
    {
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        return await Call(
            () => (IReadOnlyList<PersonBusy>)[.. people.Select(person => new PersonBusy(person.Id, [.. BusyOf(person.Address).Where(window.Overlaps)]))],
            [.. people.Select(person => person.Address)]);
    }

    public Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation) => Call(
        () =>
        {
            if (!events.TryGetValue(session.Name, out var booked))
            {
                events[session.Name] = booked = new(session.Name, session)
                {
                    Time = session.Time, Attendees = [.. session.Attendees.Select(person => person.Address)],
                };
            }

            return new BookedEvent(booked.Id, MeetsOnline ? new Uri($"https://teams.example.org/{booked.Name}") : null);
        },
        [.. session.Attendees.Select(person => person.Address)]);

    public Task<bool> MoveAsync(EventReference booked, Interval time, CancellationToken cancellation) => Call(() =>
    {
        var one = Find(booked.Id);
        if (one is null or { Gone: true })
        {
            return false;
        }

        one.Time = time;
        one.Answers.Clear();
        return true;
    });

    public Task<bool> InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation) => Call(() =>
    {
        if (Find(booked.Id) is not { Gone: false } one)
        {
            return false;
        }

        one.Attendees = [.. attendees.Select(person => person.Address)];
        return true;
    });

    public Task CancelAsync(EventReference booked, string message, CancellationToken cancellation) => Call(() =>
    {
        var one = Find(booked.Id);
        foreach (var keeps in KeepsEventsOf.Where(keeps => one?.Attendees.Contains(keeps.Key) is true))
        {
            throw new CalendarBusyException(keeps.Value);
        }

        Cancelled.Add(message);
        return one?.Gone = true;
    });

    public Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation) => Call(() =>
        Find(booked.Id) is { Gone: false } one
            ? Now(one)
            : null);

    public Task<CalendarChanges> ChangesAsync(
        CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation) =>
        Call(() => new CalendarChanges(
            [.. changed.Skip(int.Parse(since ?? "0", CultureInfo.InvariantCulture)).Distinct().Select(Now)], $"{changed.Count}", Complete: false));

    private static EventChange Now(FakeEvent one) =>
        new(one.Id, one.Time, one.Gone, [.. one.Answers.Select(answer => new EventAnswer(answer.Key, answer.Value))]);

    private FakeEvent? Find(string id) => events.Values.FirstOrDefault(one => one.Id == id);

    private IEnumerable<Interval> BusyOf(string address) =>
    [
        .. others.Where(other => other.Address == address).Select(other => other.Time),
        .. events.Values.Where(one => !one.Gone && one.Attendees.Contains(address)
            && one.Answers.GetValueOrDefault(address) is not EventResponse.Declined).Select(one => one.Time),
    ];

    private Task<T> Call<T>(Func<T> work, params string[] addresses)
    {
        calls++;
        if (Refuses is { } refuses)
        {
            throw refuses;
        }

        if (BusyFor is { } pause || (BusyAddress is { } closed && addresses.Contains(closed)))
        {
            throw new CalendarBusyException(BusyFor ?? TimeSpan.FromMinutes(20));
        }

        var result = work();
        return LosesEvery > 0 && calls % LosesEvery == 0 ? throw new TimeoutException("The answer was lost.") : Task.FromResult(result);
    }
}

internal sealed class FakeEvent(string name, SessionEvent booked)
{
    public string Name { get; } = name;

    public string Id { get; } = "id-of-" + name;

    public SessionEvent Booked { get; } = booked;

    public Interval Time { get; set; }

    public bool Gone { get; set; }

    /// <summary>Addresses of those who are invited now.</summary>
    public IReadOnlyList<string> Attendees { get; set; } = [];

    public Dictionary<string, EventResponse> Answers { get; } = [];
}
