namespace ReverseMentoring.Web.Manage.Dossier;

/// <summary>Documents that the dossier drafts, line by line; the words of a line are <c>{draft}.{line}</c> and <c>{draft}.{line}.Text</c>.</summary>
internal static class Drafts
{
    /// <summary>What Article 30 (1) GDPR lists, in its order.</summary>
    public static IReadOnlyList<string> Record { get; } = ["Controller", "Purposes", "Subjects", "Data", "Recipients", "Transfers", "Limits", "Security"];

    /// <summary>What Article 35 (7) GDPR lists, in its order.</summary>
    public static IReadOnlyList<string> Assessment { get; } = ["Needed", "Description", "Necessity", "Risks", "Measures", "Left"];

    /// <summary>The paragraphs of a works agreement.</summary>
    public static IReadOnlyList<string> Agreement { get; } =
        ["Parties", "Subject", "Voluntary", "NoControl", "Data", "Figures", "Decisions", "Access", "Changes", "Erasure", "Rights", "Term"];
}
