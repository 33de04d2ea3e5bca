using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Matches;

internal static class ShownFigures
{
    /// <summary>Whether a cohort has too few pairs for scores and costs of single ones to be shown.</summary>
    public static async Task<bool> HidesFigures(this IStore store, CohortContext context) =>
        await store.Read<MatchSummary>(Rows.Partition(context.Cohort.Id), Rows.Result, context.Cancel) is { Value.HidesFigures: true };
}
