using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>What a row says that only leads to a meeting.</summary>
[Kept(Rows.MeetingOf, KeptFor.Meetings, ReadBy.Nobody, KeptUntil.CohortErased)]
internal sealed record MeetingNamed(MeetingId Meeting);
