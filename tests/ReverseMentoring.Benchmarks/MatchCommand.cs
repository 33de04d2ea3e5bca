using System.Diagnostics;
using System.Text.Json;
using ReverseMentoring.Benchmarks.Instances;
using ReverseMentoring.Core.Matching.Checking;
using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Benchmarks;

/// <summary>Reads an instance, solves it, has it checked, prints figures.</summary>
internal static class MatchCommand
{
    public static int Run(FileInfo file, FileInfo? capacities, FileInfo? pairs, bool totalOnly)
    {
        var instance = InstanceReader.Read(file.FullName, capacities?.FullName);
        var problem = instance.Problem;
        var watch = Stopwatch.StartNew();
        var (entries, verified) = totalOnly ? Total(problem) : All(problem);
        watch.Stop();
        if (pairs is not null)
        {
            Write(pairs, instance, entries);
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            mentors = problem.Mentors,
            mentees = problem.Mentees,
            entries = problem.Mentor.Length,
            matched = entries.Length,
            worst = entries.Length == 0 ? (int?)null : entries.Min(entry => problem.Score[entry]),
            total = entries.Sum(entry => (long)problem.Score[entry]),
            verified,
            milliseconds = Math.Round(watch.Elapsed.TotalMilliseconds, 1),
            peakMegabytes = PeakMemory.Megabytes(),
        }));
        return verified ? 0 : 1;
    }

    private static (int[] Entries, bool Verified) All(AssignmentProblem problem)
    {
        var best = LexicographicSolver.Solve(problem);
        return (best.Entries, OptimalityChecker.Verify(problem, best));
    }

    private static (int[] Entries, bool Verified) Total(AssignmentProblem problem)
    {
        var (entries, prices) = LexicographicSolver.SolveTotal(problem);
        return (entries, OptimalityChecker.VerifyTotal(problem, entries, prices));
    }

    private static void Write(FileInfo file, Instance instance, int[] entries)
    {
        var mentees = instance.Problem.MenteeOfEntry();
        using var writer = new StreamWriter(file.FullName);
        writer.Write("mentor,mentee,score\n");
        foreach (var entry in entries)
        {
            var mentor = instance.MentorIds[instance.Problem.Mentor[entry]];
            writer.Write($"{mentor},{instance.MenteeIds[mentees[entry]]},{instance.Problem.Score[entry]}\n");
        }
    }
}
