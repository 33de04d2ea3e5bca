namespace ReverseMentoring.Benchmarks.Instances;

/// <summary>Writes instances from a seed: the same file on every machine.</summary>
internal static class InstanceMaker
{
    public static readonly string[] Kinds = ["uniform", "ties", "structured"];

    /// <param name="path">Where to.</param>
    /// <param name="kind">uniform: 0…10000; ties: 0…100; structured: as the criteria give them.</param>
    /// <param name="mentors">Number of mentors.</param>
    /// <param name="mentees">Number of mentees.</param>
    /// <param name="candidates">Mentors per mentee, all if as many as there are.</param>
    /// <param name="seed">Of the generator.</param>
    public static void Write(string path, string kind, int mentors, int mentees, int candidates, int seed)
    {
        var random = new Random(seed);
        Func<int, int, int> score = kind switch
        {
            "uniform" => (_, _) => random.Next(10_001),
            "ties" => (_, _) => random.Next(101),
            "structured" => StructuredScores.For(mentors, mentees, seed),
            _ => throw new ArgumentException($"The kind is one of {string.Join(", ", Kinds)}.", nameof(kind)),
        };
        using var file = new StreamWriter(path);
        var order = Enumerable.Range(0, mentors).ToArray();
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            if (candidates < mentors)
            {
                Choose(order, candidates, random);
            }

            foreach (var mentor in order.Take(candidates))
            {
                file.Write($"{mentor},{mentee},{score(mentor, mentee)}\n");
            }
        }
    }

    private static void Choose(int[] order, int candidates, Random random)
    {
        for (var place = 0; place < candidates; place++)
        {
            var other = random.Next(place, order.Length);
            (order[place], order[other]) = (order[other], order[place]);
        }
    }
}
