using System.Globalization;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Localization;

/// <summary>Topics as the reader calls them: starters are translated, unless the manager gave them another title.</summary>
public static class TopicTitles
{
    public static string Translate(Topic topic, CultureInfo culture) =>
        topic.Titles?.GetValueOrDefault(culture.TwoLetterISOLanguageName) is { } own ? own
        : StarterTopics.All.FirstOrDefault(starter => starter.Id == topic.Id) is { } starter && starter.Title == topic.Title
            ? Texts.Shared.Text(culture, $"Topic.{topic.Id}")
            : topic.Title;

    /// <summary>The titles of those topics of a list that have these ids, in the order of the ids.</summary>
    public static IReadOnlyList<string> Translate(TopicList list, IEnumerable<TopicId> ids, CultureInfo culture) =>
        [.. ids.Select(id => list.Topics.FirstOrDefault(topic => topic.Id == id)).OfType<Topic>().Select(topic => Translate(topic, culture))];
}
