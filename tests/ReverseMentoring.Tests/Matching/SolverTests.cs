using ReverseMentoring.Core.Matching.Checking;
using ReverseMentoring.Core.Matching.Solving;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Matching;

public sealed class SolverTests
{
    [PropertyFact]
    public void The_solver_finds_what_trying_everything_finds_with_capacities_locks_and_running_pairs() =>
        PropertyRun.Hold(3000, seed =>
        {
            var problem = SmallProblem.From(seed);
            var best = LexicographicSolver.Solve(problem);
            Assert.True(BruteForce.IsAllowed(problem, best.Entries));
            Assert.Equal(BruteForce.Best(problem), BruteForce.AimsOf(problem, best.Entries));
        });

    [PropertyFact]
    public void The_checker_accepts_what_the_solver_finds() =>
        PropertyRun.Hold(5000, seed =>
        {
            var problem = SmallProblem.From(seed, mostEntries: 25);
            Assert.True(OptimalityChecker.Verify(problem, LexicographicSolver.Solve(problem)));
        });

    [PropertyFact]
    public void The_checker_refuses_every_solution_that_is_not_the_best() =>
        PropertyRun.Hold(1000, seed =>
        {
            var problem = SmallProblem.From(seed, mostEntries: 7);
            var best = LexicographicSolver.Solve(problem);
            var aims = BruteForce.AimsOf(problem, best.Entries);
            for (var set = 0; set < 1 << problem.Mentor.Length; set++)
            {
                int[] entries = [.. Enumerable.Range(0, problem.Mentor.Length).Where(entry => (set & 1 << entry) != 0)];
                var allowed = BruteForce.IsAllowed(problem, entries);
                var theirs = BruteForce.AimsOf(problem, entries);
                var worst = theirs.Worst == int.MaxValue ? (int?)null : theirs.Worst;
                var accepted = OptimalityChecker.Verify(problem, best with { Entries = entries, Worst = worst });
                Assert.Equal(allowed && theirs.CompareTo(aims) == 0, accepted);
            }
        });
}
