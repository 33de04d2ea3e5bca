using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>What a row says that only leads to a meeting.</summary>
internal sealed record MeetingNamed(MeetingId Meeting);
