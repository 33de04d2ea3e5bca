using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Somebody who takes no part but stands in the reporting line of those who do. No name is kept.</summary>
public sealed record LineManager(PersonId Id, PersonId? ManagerId);
