using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Topics;

/// <summary>What cohorts start from unless the manager says otherwise: subjects that reverse mentoring is known to serve.</summary>
public static class StarterTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        new(new("digital-tools"), "Digital tools and ways of working"),
        new(new("technology"), "Technology and artificial intelligence"),
        new(new("social-media"), "Social media"),
        new(new("current-events"), "Current events and what they do to our industry"),
        new(new("inclusion"), "Inclusion and cultural awareness"),
        new(new("generations"), "Generations at work"),
        new(new("hard-situations"), "Work experience in hard situations"),
        new(new("new-business"), "New business"),
        new(new("company-vision"), "The company's vision"),
        new(new("careers"), "Careers and learning"),
    ];

    /// <summary>The starters that a cohort names, by id or as free text; all where it names none.</summary>
    public static IReadOnlyList<Topic> For(IReadOnlyList<string>? named) =>
        named is null ? All : [.. named.Select(Named).DistinctBy(topic => topic.Id)];

    private static Topic Named(string name) => All.FirstOrDefault(topic => topic.Id.Value == name) ?? TopicText.Topic(name);
}
