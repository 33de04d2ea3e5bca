namespace ReverseMentoring.Core.Asking;

/// <summary>What is decided for all questions of a form.</summary>
/// <param name="Slug">As it stands in keys of rows, and in names of mails: it never changes.</param>
/// <param name="InLinks">As it stands in signed links, which are in people's mails for months: it never changes.</param>
/// <param name="Name">As pages, files of one's own data and rows' bodies call it: it never changes.</param>
public sealed record FormDeclaration(string Slug, string InLinks, string Name)
{
    /// <summary>The phase in which everybody is asked; null: a pair, a circle or a person is.</summary>
    public string? Phase { get; init; }

    /// <summary>It asks what people think: what they say leaves through the gate of the reports only, and whether they said anything too.</summary>
    public bool IsSurvey { get; init; }

    /// <summary>Circles are not asked it.</summary>
    public bool PairsOnly { get; init; }

    /// <summary>It is no longer asked once that phase is over. Where not, who comes late is asked all the same.</summary>
    public bool EndsWithPhase { get; init; }
}
