using System.Globalization;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Localization;

/// <summary>What topics are called in the languages that are written here.</summary>
public sealed class TopicNames : ITopicNames
{
    public IReadOnlyList<string> NamesOf(Topic topic) =>
        [.. ReaderLanguage.Written.Select(tag => TopicTitles.Translate(topic, CultureInfo.GetCultureInfo(tag))).Distinct()];
}
