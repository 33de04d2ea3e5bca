using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>
/// What the clock of whose calendar the series keeps showed when a session was planned: the session stays there, also when the
/// country changes its rules and a newer zone database says so.
/// </summary>
/// <param name="Zone">IANA id.</param>
/// <param name="Local">Date and time of the session's beginning on that clock.</param>
public sealed record SessionClock(string Zone, DateTime Local)
{
    public static SessionClock Of(Zone zone, Interval time) => new(zone.Id, zone.Local(time.Start).DateTime);

    /// <returns>Where a session that was planned so lies now.</returns>
    public Interval Keep(Interval time)
    {
        var start = Core.Time.Zone.Find(Zone).At(DateOnly.FromDateTime(Local), TimeOnly.FromDateTime(Local));
        return start == time.Start ? time : new(start, start + (time.End - time.Start));
    }
}
