namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>The part of a problem whose scores reach a threshold; running pairs stay in whatever they score.</summary>
/// <param name="EntryOf">The entry in the whole problem of each entry in the part.</param>
internal sealed record Threshold(AssignmentProblem Problem, int[] EntryOf)
{
    public static Threshold AtLeast(AssignmentProblem whole, int least)
    {
        var start = new int[whole.Mentees + 1];
        var kept = new List<int>();
        for (var mentee = 0; mentee < whole.Mentees; mentee++)
        {
            for (var entry = whole.Start[mentee]; entry < whole.Start[mentee + 1]; entry++)
            {
                if (whole.Score[entry] >= least || whole.IsRunning(entry))
                {
                    kept.Add(entry);
                }
            }

            start[mentee + 1] = kept.Count;
        }

        var entryOf = kept.ToArray();
        var part = whole with
        {
            Start = start,
            Mentor = Array.ConvertAll(entryOf, entry => whole.Mentor[entry]),
            Score = Array.ConvertAll(entryOf, entry => whole.Score[entry]),
            Running = whole.Running is null ? null : Array.ConvertAll(entryOf, entry => whole.Running[entry]),
        };
        return new(part, entryOf);
    }
}
