using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Small random problems: few people, few distinct scores so that ties are common, every kind of limit.</summary>
internal static class SmallProblem
{
    public static AssignmentProblem From(int seed, int mostEntries = 11)
    {
        var random = new Random(seed);
        var mentors = random.Next(1, 6);
        var mentees = random.Next(1, 6);
        var scores = random.Next(2) == 0 ? 4 : 10_001;
        var start = new int[mentees + 1];
        var mentor = new List<int>();
        var score = new List<ushort>();
        var density = random.NextDouble();
        for (var row = 0; row < mentees; row++)
        {
            for (var column = 0; column < mentors; column++)
            {
                if (random.NextDouble() < density && mentor.Count < mostEntries)
                {
                    mentor.Add(column);
                    score.Add((ushort)random.Next(scores));
                }
            }

            start[row + 1] = mentor.Count;
        }

        var plain = random.Next(3) == 0;
        var running = random.Next(3) == 0;
        var served = random.Next(4) == 0;
        return AssignmentProblem.Create(
            start,
            [.. mentor],
            [.. score],
            [.. Enumerable.Range(0, mentors).Select(_ => plain ? 1 : random.Next(0, 4))],
            [.. Enumerable.Range(0, mentees).Select(_ => plain ? 1 : random.Next(0, 3))]) with
        {
            MentorServed = [.. Enumerable.Range(0, mentors).Select(_ => served && random.Next(2) == 0)],
            MenteeServed = [.. Enumerable.Range(0, mentees).Select(_ => served && random.Next(2) == 0)],
            Running = running ? [.. mentor.Select(_ => random.Next(3) == 0)] : null,
        };
    }
}
