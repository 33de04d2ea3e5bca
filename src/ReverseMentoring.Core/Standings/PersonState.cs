namespace ReverseMentoring.Core.Standings;

/// <summary>
/// Where somebody stands in a cohort: each person is in exactly one state. None of them tells what somebody answered, or whether:
/// before partners are found all are invited, and then it is only who meets whom that counts.
/// </summary>
public enum PersonState
{
    /// <summary>Until partners are found.</summary>
    Invited,

    /// <summary>A pair or circle with them is proposed, to HR or to its members.</summary>
    TakingPart,

    /// <summary>In a pair or circle that goes on.</summary>
    InPair,

    /// <summary>Without a partner or circle, for whatever reason.</summary>
    Waiting,

    /// <summary>Has left, was taken out, or the cohort was ended before its time.</summary>
    NoLonger,

    /// <summary>In a pair or circle that went on for as long as the cohort met.</summary>
    Completed,
}
