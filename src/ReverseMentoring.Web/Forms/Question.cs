namespace ReverseMentoring.Web.Forms;

/// <summary>Something that a form asks, as keys of its words: the dossier prints them, and a test compares them with the page.</summary>
/// <param name="Text">What stands above the field.</param>
/// <param name="Answers">What can be chosen, or both ends of a scale; none where people write, or where the choice is another for each reader: topics, times.</param>
public sealed record Question(string Text, params IReadOnlyList<string> Answers)
{
    /// <summary>What stands beside it and is no hint of its own (<c>{Text}Hint</c>, which is found by itself).</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Asked together with the first form that somebody opens.</summary>
    public static Question Notice { get; } = new("Notice.Agree") { Beside = ["Notice.Short"] };

    public static Question MayBeShown { get; } = new("Comment.MayBeShown");
}
