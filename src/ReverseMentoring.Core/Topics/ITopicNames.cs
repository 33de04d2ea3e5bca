using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Topics;

/// <summary>Whoever keeps the texts says what topics are called.</summary>
public interface ITopicNames
{
    /// <summary>In all languages in which it has a name.</summary>
    IReadOnlyList<string> NamesOf(Topic topic);
}
