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
