using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>An event in people's calendars.</summary>
/// <param name="name">By which it was booked.</param>
internal sealed class SimulatedEvent(string name, SessionEvent booked)
{
    public string Name => name;

    public string Id => "id-of-" + name;

    public Interval Time { get; set; } = booked.Time;

    /// <summary>Addresses.</summary>
    public IReadOnlyList<string> Attendees { get; set; } = [.. booked.Attendees.Select(person => person.Address)];

    public bool Gone { get; set; }

    public Dictionary<string, EventResponse> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);
}
