namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>What simulated people propose of their own; some nearly the same, as people do.</summary>
internal static class SampleTopics
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Prompting language models well",
        "How to prompt language models",
        "Short videos for our customers",
        "Remote work that works",
        "Hybrid work that works",
        "What young customers expect",
        "Neurodiversity at work",
        "Climate and our supply chain",
        "Data literacy for everybody",
        "Community building online",
        "Feedback culture across generations",
        "No-code tools",
        "Parenting and careers",
        "Cybersecurity habits",
    ];
}
