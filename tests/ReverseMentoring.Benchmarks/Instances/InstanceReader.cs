using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Benchmarks.Instances;

/// <summary>Reads a file twice, first to count and then to fill, so that no more memory is used than the problem needs.</summary>
internal static class InstanceReader
{
    /// <exception cref="FormatException">A line that can't be read, a score out of range or a pair that comes twice.</exception>
    public static Instance Read(string path, string? capacities)
    {
        var (mentors, mentees) = (new IdIndex(), new IdIndex());
        Span<int> line = stackalloc int[3];
        using (var reader = new NumberReader(path))
        {
            while (reader.Read(line))
            {
                mentors.Count(line[0]);
                mentees.Count(line[1]);
            }
        }

        mentors.Close();
        var counts = mentees.Close();
        var start = new int[counts.Length + 1];
        for (var row = 0; row < counts.Length; row++)
        {
            start[row + 1] = checked(start[row] + counts[row]);
        }

        var problem = AssignmentProblem.Create(
            start, new int[start[^1]], new ushort[start[^1]], Capacities(capacities, mentors), Ones(counts.Length));
        Fill(path, problem, mentors, mentees);
        Sort(problem);
        return new(problem, mentors.Ids, mentees.Ids);
    }

    private static void Fill(string path, AssignmentProblem problem, IdIndex mentors, IdIndex mentees)
    {
        var next = problem.Start[..^1];
        Span<int> line = stackalloc int[3];
        using var reader = new NumberReader(path);
        while (reader.Read(line))
        {
            if (line[2] > 10_000)
            {
                throw new FormatException($"The score {line[2]} is above 10000.");
            }

            var entry = next[mentees.Place(line[1])]++;
            problem.Mentor[entry] = mentors.Place(line[0]);
            problem.Score[entry] = (ushort)line[2];
        }
    }

    private static void Sort(AssignmentProblem problem)
    {
        for (var row = 0; row < problem.Mentees; row++)
        {
            var (from, to) = (problem.Start[row], problem.Start[row + 1]);
            var mentors = problem.Mentor.AsSpan(from, to - from);
            if (!IsRising(mentors))
            {
                mentors.Sort(problem.Score.AsSpan(from, to - from));
                if (!IsRising(mentors))
                {
                    throw new FormatException("A pair comes twice.");
                }
            }
        }
    }

    private static bool IsRising(ReadOnlySpan<int> numbers)
    {
        for (var place = 1; place < numbers.Length; place++)
        {
            if (numbers[place] <= numbers[place - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Capacities(string? path, IdIndex mentors)
    {
        var capacities = Ones(mentors.Ids.Length);
        if (path is not null)
        {
            Span<int> line = stackalloc int[2];
            using var reader = new NumberReader(path);
            while (reader.Read(line))
            {
                if (mentors.Place(line[0]) is >= 0 and var place)
                {
                    capacities[place] = line[1];
                }
            }
        }

        return capacities;
    }

    private static int[] Ones(int length)
    {
        var ones = new int[length];
        Array.Fill(ones, 1);
        return ones;
    }
}
