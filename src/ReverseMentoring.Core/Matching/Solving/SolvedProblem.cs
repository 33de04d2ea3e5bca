namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>A solution with the three flows that led to it, so that a small change needs no new start.</summary>
/// <param name="People">On the whole problem, for the most people.</param>
/// <param name="AboveWorst">The same on the part above the worst score.</param>
/// <param name="Total">On the part from the worst score on, for the highest total.</param>
internal sealed record SolvedProblem(AssignmentProblem Problem, BestAssignment Best, Flow People, Flow AboveWorst, Flow Total);
