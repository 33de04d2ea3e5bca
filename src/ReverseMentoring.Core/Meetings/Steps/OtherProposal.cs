using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Steps;

/// <summary>The other pair of a swap.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Accepted">All of its members have said yes.</param>
internal sealed record OtherProposal(MeetingId Id, MeetingStatus Status, bool Accepted)
{
    /// <summary>It will not begin.</summary>
    public bool IsOff => Status is MeetingStatus.Declined or MeetingStatus.Ended;

    /// <summary>It begins, or has.</summary>
    public bool IsOn => Status is MeetingStatus.Running or MeetingStatus.Completed || (Status is MeetingStatus.Proposed && Accepted);
}
