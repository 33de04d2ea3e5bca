namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>Why a meeting ended before its time. Who wanted it, or who left, is not kept here.</summary>
public enum MeetingEnd
{
    SomebodyLeft,
    AnotherPartnerWished,
    CycleCancelled,
    OutOfTime,

    /// <summary>A reorganisation has put the two into one reporting line.</summary>
    LineCrossed,

    /// <summary>Too few were left, or all of one side had gone.</summary>
    TooFew,

    /// <summary>The programme manager has ended it; nobody is told why.</summary>
    ByManager,

    /// <summary>Somebody in it has accepted another partner whom the programme manager proposed.</summary>
    Replaced,

    /// <summary>There was no time at which enough of them could meet.</summary>
    NoCommonTime,
}

public static class MeetingEnds
{
    /// <summary>
    /// Whether managers are told: what they, the cohort or its calendar decided. What somebody in it wished or accepted, or that somebody
    /// left, is not.
    /// </summary>
    public static bool IsTold(this MeetingEnd end) => end switch
    {
        MeetingEnd.SomebodyLeft or MeetingEnd.AnotherPartnerWished or MeetingEnd.Replaced => false,
        MeetingEnd.CycleCancelled or MeetingEnd.OutOfTime or MeetingEnd.LineCrossed or MeetingEnd.TooFew or MeetingEnd.ByManager or MeetingEnd.NoCommonTime => true,
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
    };

    /// <summary>Whether its people are told: what the cohort or its calendar decided. Of two, one who knows that it was somebody's wish, or that somebody left, knows whose.</summary>
    public static bool IsToldToMembers(this MeetingEnd? end) => end is MeetingEnd.CycleCancelled or MeetingEnd.OutOfTime or MeetingEnd.TooFew or MeetingEnd.NoCommonTime;
}
