using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <param name="MayBeShown">The writer ticked that it may be shown without their name.</param>
internal sealed record WrittenComment(PersonId Person, string Text, bool MayBeShown);

/// <summary>Which comments of a wave are published.</summary>
internal static class CommentBatch
{
    /// <summary>All that may be shown, both sides together, where they are of enough people; else none.</summary>
    /// <param name="written">In a wave.</param>
    /// <param name="minimumGroup">Of how many people they are to be at least.</param>
    /// <param name="draw">What makes the order another one in each wave of each cohort. It depends on the words alone: neither on who wrote them nor on when.</param>
    public static IReadOnlyList<string> Publish(IEnumerable<WrittenComment> written, int minimumGroup, string draw)
    {
        WrittenComment[] shown = [.. written.Where(comment => comment.MayBeShown && !string.IsNullOrWhiteSpace(comment.Text))];
        return shown.Select(comment => comment.Person).Distinct().Count() < minimumGroup
            ? []
            : [.. shown.Select(comment => comment.Text.Trim()).OrderBy(text => Names.Digest($"comment:{draw}:{text}"), StringComparer.Ordinal)];
    }
}
