using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Several aims in order, as one sum. A solution is worth
/// <c>Keep</c>·running pairs kept + <c>Cover</c>·(mentees with a mentor + mentors with a mentee) + <c>Pair</c>·pairs + its scores.
/// <para>
/// One weight is enough for mentees, mentors and pairs, though they come in order: some solution is best in all three at
/// once. By Hoffman's circulation theorem a flow with lower bounds exists when every cut allows it, and no cut is crossed
/// by lower bounds of both sides, nor of a side and the number of pairs; so what can be had one by one can be had together,
/// also among the solutions that keep the most running pairs.
/// </para>
/// </summary>
internal readonly record struct Weighing(long Keep, long Cover, long Pair, bool CountScores)
{
    /// <summary>All aims, the total of scores last.</summary>
    public static Weighing All(AssignmentProblem problem)
    {
        var pair = Scale.Full * problem.MostPairs + 1;
        return new(Keep: 4 * pair * (problem.MostPairs + 1), Cover: pair, Pair: pair, CountScores: true);
    }

    /// <summary>All aims but the scores.</summary>
    public static Weighing People(AssignmentProblem problem) =>
        new(Keep: 3 * problem.MostPairs + 1, Cover: 1, Pair: 1, CountScores: false);

    /// <summary>Most pairs, then the highest total, and nothing else: what other solvers offer.</summary>
    public static Weighing Total(AssignmentProblem problem) =>
        new(Keep: 0, Cover: 0, Pair: Scale.Full * problem.MostPairs + 1, CountScores: true);

    public long Profit(AssignmentProblem problem, int entry) =>
        Pair + (CountScores ? problem.Score[entry] : 0) + (problem.IsRunning(entry) ? Keep : 0);

    public long Profit(in RankedEntry entry) => Pair + (CountScores ? entry.Score : 0) + (entry.Running ? Keep : 0);
}
