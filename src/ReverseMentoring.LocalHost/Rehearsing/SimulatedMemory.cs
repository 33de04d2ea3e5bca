using System.Collections.Concurrent;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>What simulated people remember: how many letters they had, and how often nobody came.</summary>
public sealed class SimulatedMemory
{
    private readonly ConcurrentDictionary<string, int> letters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> missed = new(StringComparer.Ordinal);

    /// <summary>What a letter asks for, with how many its reader had with it.</summary>
    public IReadOnlyList<SimulatedTask> Remember(IReadOnlyList<SimulatedTask> tasks, OutgoingMail letter)
    {
        var count = letter.About?.Person is { } reader ? letters.AddOrUpdate(reader.Value, 1, (_, before) => before + 1) : 0;
        return [.. tasks.Select(task => task with { LettersBefore = count })];
    }

    public void Miss(string person) => missed.AddOrUpdate(person, 1, (_, before) => before + 1);

    public int MissedOf(string person) => missed.GetValueOrDefault(person);
}
