namespace ReverseMentoring.Core.Vocabulary;

/// <summary>How well somebody can bring a topic to another person.</summary>
public enum Level
{
    Basics = 1,
    Practised = 2,
    Expert = 3,
}

/// <summary>"I can bring it."</summary>
/// <param name="Topic">The topic's id.</param>
public readonly record struct Offer(string Topic, Level Level);

/// <summary>"I want it."</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Rank">1 for what is wanted most, up to <see cref="LowestRank"/>.</param>
public readonly record struct Wish(string Topic, int Rank)
{
    public const int LowestRank = 5;
}
