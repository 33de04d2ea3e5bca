using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// Plays the same cohort twice, with one difference: of each two, one does what in the other run the other does. Whatever then reads otherwise
/// tells which of the two it was.
/// </summary>
internal static class Twins
{
    /// <summary>Whether of two the first does it, drawn anew for each two; in the second run the other one does.</summary>
    public delegate bool Coin(string two);

    /// <param name="plan">Whom.</param>
    /// <param name="act">What they do; it notes a reading whenever there may be something to see.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<AttackResult> Play(AttackPlan plan, Func<AttackedProgramme, Coin, Action<IReadOnlyDictionary<string, string>>, Task> act, CancellationToken cancel)
    {
        var seededRandom = new SeededRandom(plan.Seed);
        var runs = new List<List<IReadOnlyDictionary<string, string>>>();
        foreach (var turned in new[] { false, true })
        {
            await using var programme = await AttackedProgramme.Begin(plan, new() { Leaves = 0, Declines = 0, Moves = 0, Cancels = 0, Misses = 0 }, cancel);
            var readings = new List<IReadOnlyDictionary<string, string>>();
            await act(programme, two => seededRandom.Happens(0.5, two, "coin") != turned, readings.Add);
            runs.Add(readings);
        }

        return new(runs[0].Count, [.. runs[0].Zip(runs[1]).SelectMany(both => both.First.Differ(both.Second)).DistinctBy(difference => difference.Split(':')[0])]);
    }
}
