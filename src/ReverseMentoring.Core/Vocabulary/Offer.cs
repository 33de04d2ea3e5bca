namespace ReverseMentoring.Core.Vocabulary;

/// <summary>"I can bring it."</summary>
/// <param name="Topic">The topic's id.</param>
public readonly record struct Offer(TopicId Topic, Level Level);
