using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Benchmarks.Instances;

/// <summary>A problem with the ids that its file uses, rising on both sides.</summary>
internal sealed record Instance(AssignmentProblem Problem, int[] MentorIds, int[] MenteeIds);
