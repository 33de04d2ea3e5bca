namespace ReverseMentoring.Core.Meetings.Records;

public enum MeetingStatus
{
    /// <summary>Found by the matching, not yet approved.</summary>
    Draft,

    /// <summary>Its members are asked whether they accept.</summary>
    Proposed,

    /// <summary>One of them, or a deadline, said no.</summary>
    Declined,

    /// <summary>Its members know of it; sessions are on their way.</summary>
    Running,

    /// <summary>All sessions are over.</summary>
    Completed,

    /// <summary>Ended before its time.</summary>
    Ended,
}

public static class MeetingStatuses
{
    /// <summary>As it stands in row keys and in what a host shows of the process: kept for months, so it never changes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
    public static string Slug(this MeetingStatus status) => status switch
    {
        MeetingStatus.Draft => "draft",
        MeetingStatus.Proposed => "proposed",
        MeetingStatus.Declined => "declined",
        MeetingStatus.Running => "running",
        MeetingStatus.Completed => "completed",
        MeetingStatus.Ended => "ended",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
