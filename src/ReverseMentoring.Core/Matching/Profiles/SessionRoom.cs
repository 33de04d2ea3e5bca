namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>The time of a week in which somebody has room for a session: what is shorter at a stretch is no use.</summary>
public sealed class SessionRoom
{
    private readonly WeeklyHours hours;
    private readonly WeeklyHours begins;
    private readonly int minutes;

    /// <param name="hours">In which a session may lie.</param>
    /// <param name="minutes">How long one takes.</param>
    public SessionRoom(WeeklyHours hours, int minutes)
    {
        (this.hours, this.minutes) = (hours, minutes);
        begins = hours.BeginsOf(minutes);
    }

    /// <summary>Minutes of the week in which both have room for a session.</summary>
    public int SharedMinutes(SessionRoom other) => begins.SharedMinutes(other.begins) == 0 ? 0 : hours.Within(other.hours).MinutesFor(minutes);

    /// <summary>Whether they are at least so many. A session can begin for both where it can for each, so that mostly nothing has to be laid over each other.</summary>
    public bool Suffices(SessionRoom other, int least) =>
        least == 0 || (begins.SharedMinutes(other.begins) is > 0 and var begin && (begin >= least || SharedMinutes(other) >= least));
}
