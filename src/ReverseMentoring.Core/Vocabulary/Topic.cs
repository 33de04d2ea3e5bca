namespace ReverseMentoring.Core.Vocabulary;

/// <summary>A subject that people offer and want.</summary>
/// <param name="Id">A starter's id, or a digest of the title as it is compared.</param>
/// <param name="Title">As it was first proposed; for a starter its English title, shown in the reader's language.</param>
public sealed record Topic(TopicId Id, string Title)
{
    /// <summary>In HR's own words, by two letters of the language; they go before <see cref="Title"/>. Null: there are none.</summary>
    public IReadOnlyDictionary<string, string>? Titles { get; init; }

    public string TitleIn(string language) => Titles?.GetValueOrDefault(language) ?? Title;
}
