namespace ReverseMentoring.Core.Vocabulary;

/// <summary>"I want it."</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Rank">1 for what is wanted most, up to <see cref="LowestRank"/>.</param>
public readonly record struct Wish(TopicId Topic, int Rank)
{
    public const int LowestRank = 5;
}
