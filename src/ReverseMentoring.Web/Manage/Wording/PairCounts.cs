using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>How many pairs, or circles, there are: once sessions are held those that meet, and what is proposed stands beside them.</summary>
internal static class PairCounts
{
    public static int PairsOf(this CohortContext context, CohortStanding standing) =>
        context.HasReached(PhaseNames.Sessions) ? standing.Meetings.Meeting : standing.Meetings.Current;

    /// <returns>Null: all that are proposed are counted as pairs, or none is.</returns>
    public static string? ProposedBeside(this CohortContext context, CohortStanding standing) =>
        context.HasReached(PhaseNames.Sessions) && standing.Meetings.Proposals is > 0 and var proposed ? context.Count("Tile.PairsProposed", proposed) : null;
}
