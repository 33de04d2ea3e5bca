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

        Print(problem, entries, verified, watch.Elapsed.TotalMilliseconds);
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

    /// <summary>Written by hand: a serializer would cost more memory than a small instance.</summary>
    private static void Print(AssignmentProblem problem, int[] entries, bool verified, double milliseconds)
    {
        int? worst = null;
        var total = 0L;
        foreach (var entry in entries)
        {
            total += problem.Score[entry];
            worst = Math.Min(worst ?? int.MaxValue, problem.Score[entry]);
        }

        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("mentors", problem.Mentors);
            json.WriteNumber("mentees", problem.Mentees);
            json.WriteNumber("entries", problem.Mentor.Length);
            json.WriteNumber("matched", entries.Length);
            if (worst is { } lowest)
            {
                json.WriteNumber("worst", lowest);
            }
            else
            {
                json.WriteNull("worst");
            }

            json.WriteNumber("total", total);
            json.WriteBoolean("verified", verified);
            json.WriteNumber("milliseconds", Math.Round(milliseconds, 1));
            json.WriteNumber("peakMegabytes", PeakMemory.Megabytes());
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(FileInfo file, Instance instance, int[] entries)
    {
        using var writer = new StreamWriter(file.FullName);
        writer.Write("mentor,mentee,score\n");
        foreach (var entry in entries)
        {
            var mentor = instance.MentorIds[instance.Problem.Mentor[entry]];
            writer.Write($"{mentor},{instance.MenteeIds[instance.Problem.MenteeOf(entry)]},{instance.Problem.Score[entry]}\n");
        }
    }
}
