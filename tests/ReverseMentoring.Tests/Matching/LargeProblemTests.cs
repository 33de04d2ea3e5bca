using ReverseMentoring.Core.Matching.Checking;
using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Large enough for chunks of rows and an auction; too large for trying everything, so the checker judges.</summary>
public sealed class LargeProblemTests
{
    public static TheoryData<string, int, int, int> Problems => new()
    {
        { "uniform", 400, 400, 1 },
        { "ties", 400, 400, 1 },
        { "popular", 400, 400, 1 },
        { "popular", 300, 400, 1 },
        { "popular", 400, 300, 1 },
        { "popular", 150, 400, 3 },
        { "popular", 500, 400, 3 },
        { "uniform", 150, 600, 3 },
        { "uniform", 400, 400, 2 },
        { "sparse", 700, 700, 1 },
        { "sparse", 700, 700, 3 },
        { "sparse", 400, 700, 3 },
        { "sparse", 800, 700, 1 },
        { "sparse ties", 700, 700, 1 },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void The_checker_accepts_large_solutions(string kind, int mentors, int mentees, int capacity)
    {
        var problem = Problem(kind, mentors, mentees, capacity);
        Assert.True(OptimalityChecker.Verify(problem, LexicographicSolver.Solve(problem)));
        var (entries, prices) = LexicographicSolver.SolveTotal(problem);
        Assert.True(OptimalityChecker.VerifyTotal(problem, entries, prices));
        Assert.False(OptimalityChecker.VerifyTotal(problem, entries[1..], prices));
    }

    private static AssignmentProblem Problem(string kind, int mentors, int mentees, int capacity)
    {
        var random = new Random(mentors + mentees);
        int[] popularity = [.. Enumerable.Range(0, mentors).Select(_ => random.Next(8000))];
        Func<int, int> score = kind switch
        {
            "uniform" or "sparse" => _ => random.Next(10_001),
            "ties" or "sparse ties" => _ => random.Next(5),
            _ => mentor => popularity[mentor] + random.Next(2000),
        };
        var candidates = kind.StartsWith("sparse", StringComparison.Ordinal) ? 40 : mentors;
        int[][] rows =
        [
            .. Enumerable.Range(0, mentees).Select(_ => candidates == mentors
                ? Enumerable.Range(0, mentors).ToArray()
                : [.. Enumerable.Range(0, mentors).OrderBy(_ => random.Next()).Take(candidates).Order()]),
        ];
        return AssignmentProblem.Create(
            [.. Enumerable.Range(0, mentees + 1).Select(row => row * candidates)],
            [.. rows.SelectMany(row => row)],
            [.. rows.SelectMany(row => row).Select(mentor => (ushort)score(mentor))],
            [.. Enumerable.Range(0, mentors).Select(_ => random.Next(1, capacity + 1))],
            [.. Enumerable.Repeat(1, mentees)]);
    }
}
