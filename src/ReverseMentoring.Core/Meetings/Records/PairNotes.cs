using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>What one of a pair keeps on the page of the two. Both read it, and only its writer changes it, so that it goes with them.</summary>
[Kept(Rows.PairNotes, KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners, KeptUntil.PersonErased)]
public sealed record PairNotes(MeetingId Meeting, PersonId Person)
{
    /// <summary>What the two want to reach; of both writers' the later one stands.</summary>
    public PairGoal? Goal { get; init; }

    /// <summary>How far this one of them thinks that they are.</summary>
    public PairProgress? Progress { get; init; }

    public IReadOnlyList<PairNote> Notes { get; init; } = [];

    /// <summary>What a leader meant to try, at most one after each session, in the order of the sessions.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>Of a mentor: the numbers of the sessions after which the leader noted something that was seen since.</summary>
    public IReadOnlyList<int> Seen { get; init; } = [];

    public static string KeysOf(MeetingId meeting) => $"{Rows.PairNotes}{meeting}.";

    public static string KeyOf(MeetingId meeting, PersonId person) => KeysOf(meeting) + person;
}

public sealed record PairGoal(string Text, DateTimeOffset At);

/// <param name="Step">1, just begun, to 5, reached.</param>
public sealed record PairProgress(int Step, DateTimeOffset At);

/// <param name="Number">From 1, of its writer's.</param>
public sealed record PairNote(int Number, string Text, DateTimeOffset At);

/// <summary>"I will …": one thing that a leader wants to try until the next session.</summary>
/// <param name="Session">After which one: its number.</param>
/// <param name="MayBeShown">Once it was seen, its words may stand in the report without a name.</param>
/// <param name="Remind">They want to be written to about it before the next session.</param>
public sealed record Commitment(int Session, string Text, bool MayBeShown = false, bool Remind = false);
