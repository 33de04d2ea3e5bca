using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Somebody who takes no part but stands in the reporting line of those who do. No name is kept.</summary>
[Kept(Rows.Line, KeptFor.Matching, ReadBy.Nobody, KeptUntil.CohortErased)]
public sealed record LineManager(PersonId Id, PersonId? ManagerId);
