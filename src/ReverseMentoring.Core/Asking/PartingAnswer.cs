using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Asking;

/// <summary>Why somebody left or parted, in one tap. A word stands in rows and tables, so it never changes.</summary>
public enum PartingReason
{
    /// <summary>No time, or other work.</summary>
    Time,

    /// <summary>The two did not go together.</summary>
    Partner,

    /// <summary>The topics were not theirs.</summary>
    Topics,

    /// <summary>Another job, a leave, the company left.</summary>
    Change,
    Other,
}

/// <summary>What those say whom no survey reaches: who has left or parted early two questions, who has found no partner one. Each may be left out.</summary>
/// <param name="Worth">1 to 5, whether it was worth their time so far.</param>
/// <param name="Because">Why they left or parted.</param>
/// <param name="Again">Whether they want to be asked the next time.</param>
[Kept(Rows.Answer, KeptFor.Figures, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record PartingAnswer(int? Worth, PartingReason? Because, bool? Again);

public static class PartingReasons
{
    /// <summary>As tables call them.</summary>
    public static IReadOnlyList<string> Slugs { get; } = [.. Enum.GetValues<PartingReason>().Select(Slug)];

    public static string Slug(this PartingReason reason) => $"{reason}".ToLowerInvariant();
}
