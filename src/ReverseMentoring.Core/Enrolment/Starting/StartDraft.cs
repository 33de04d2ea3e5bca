using System.Text.Json.Nodes;
using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>A start that somebody means to go on with: its settings, and its list of people as it was uploaded, whose rows stand beside it.</summary>
/// <param name="Id">Of the name: the same name again takes the place of the first.</param>
/// <param name="At">When it was kept.</param>
/// <param name="Header">The list's titles; empty where there is no list yet.</param>
/// <param name="People">How many rows the list has.</param>
/// <param name="Version">Which rows are its own: those of an earlier one may still be there for a moment.</param>
[Kept(StartDraft.Key, KeptFor.Steering, ReadBy.Administrator, KeptUntil.DraftOver)]
public sealed record StartDraft(string Id, string Name, DateTimeOffset At, JsonObject Settings, IReadOnlyList<string> Header, int People, string Version)
{
    /// <summary>Nobody has agreed to anything yet: their data waits no longer than a start takes to prepare.</summary>
    public const int Days = 30;

    internal const string Key = "draft.";

    /// <summary>All drafts and their rows stand in it.</summary>
    internal const string Partition = "start-drafts";

    /// <summary>When it goes by itself.</summary>
    public DateTimeOffset Until => At.AddDays(Days);
}

/// <summary>One row of a draft's list.</summary>
/// <param name="Draft">Whose it is.</param>
/// <param name="Cells">As the file has them.</param>
[Kept(DraftRow.Key, KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Administrator, KeptUntil.DraftOver)]
public sealed record DraftRow(string Draft, IReadOnlyList<string> Cells)
{
    internal const string Key = "row.";

    /// <summary>With what the keys of a draft's rows begin, whichever version they are of.</summary>
    internal static string KeysOf(string draft) => $"{Key}{draft}.";

    /// <summary>Of one version; those of earlier ones sort before it.</summary>
    internal static string KeysOf(string draft, string version) => $"{KeysOf(draft)}{version}.";
}
