using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Pumping;

/// <summary>
/// Which due steps may run side by side without anybody being able to tell: those of pairs that share nobody, since a pair
/// writes its own rows and the bookings of its two. Every other step runs alone. Waves keep the order of what is due.
/// </summary>
internal sealed class ParallelBatches(IStore store)
{
    public async Task<IReadOnlyList<IReadOnlyList<ProcessId>>> Batch(IEnumerable<ProcessId> due, CancellationToken cancel)
    {
        var waves = new List<List<ProcessId>>();
        var inWave = new HashSet<PersonId>();
        foreach (var process in due)
        {
            var people = await People(process, cancel);
            if (people.Length == 0 || inWave.Count == 0 || people.Any(inWave.Contains))
            {
                waves.Add([]);
                inWave.Clear();
            }

            waves[^1].Add(process);
            inWave.UnionWith(people);
        }

        return waves;
    }

    /// <returns>The two of a pair, whom it may share with another of its cohort or of a later one; nobody: the step is to run alone.</returns>
    private async Task<PersonId[]> People(ProcessId process, CancellationToken cancel) =>
        process.Meeting is { } id && await new MeetingRepository(store, process.Cohort).Find(id, cancel) is { Value: { Kind: MeetingKind.Pair } pair }
            ? [.. pair.People]
            : [];
}
