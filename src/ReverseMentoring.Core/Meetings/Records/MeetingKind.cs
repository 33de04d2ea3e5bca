namespace ReverseMentoring.Core.Meetings.Records;

public enum MeetingKind
{
    /// <summary>One mentor with one mentee, who have both accepted.</summary>
    Pair,

    /// <summary>A group of juniors and seniors that takes turns to present. Nobody accepts or declines; everybody can leave.</summary>
    Circle,
}
