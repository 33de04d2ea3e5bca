using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>The way of one life to the rows: it fails, answers late, and at any write the process may stop.</summary>
internal sealed class SimulatedStore(SimulatedDisk disk, Surroundings around, Life life) : IStore
{
    /// <summary>Bodies of these hold what the operating system drew, which no seed repeats.</summary>
    private static readonly string[] Undigested = ["audit", "keys", "access", "managers", "sessions"];

    public async Task<Row?> Read(string partition, string key, CancellationToken cancel = default)
    {
        await Answer();
        if (around.Strikes(around.Rates.ReadFails, $"reading {key} fails"))
        {
            throw new SimulatedFaultException("The row can't be read.");
        }

        return await disk.Read(partition, key, cancel);
    }

    public async IAsyncEnumerable<Row> Query(string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Answer();
        if (around.Strikes(around.Rates.ReadFails, $"reading {range.From} fails"))
        {
            throw new SimulatedFaultException("The rows can't be read.");
        }

        await foreach (var row in disk.Query(partition, range, cancel))
        {
            yield return row;
            if (around.AreMany && around.Chance.Happens(around.Rates.Late / 4))
            {
                await Answer();
            }
        }
    }

    public async Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        await Answer();
        var what = $"{partition} {string.Join(' ', changes.Select(change => $"{change.GetType().Name}:{change.Key}"))}";
        if (around.Strikes(around.Rates.Stop / 2, $"stop before {what}"))
        {
            life.Stop();
            await Life.Forever;
        }

        if (around.Strikes(around.Rates.WriteFails, $"not written: {what}"))
        {
            throw new SimulatedFaultException("The rows can't be written.");
        }

        if (changes.OfType<Change.Replace>().FirstOrDefault() is { } replaced && around.Chance.Happens(around.Rates.StaleETag)
            && await disk.Read(partition, replaced.Key, cancel) is { } row)
        {
            around.Strikes(1, $"stale {replaced.Key}");
            await disk.Write(partition, [new Change.Put(row.Key, row.Body)], cancel);
        }

        var etags = await disk.Write(partition, changes, cancel);
        Note(partition, changes, what);
        if (around.Strikes(around.Rates.Stop / 2, $"stop after {what}"))
        {
            life.Stop();
            await Life.Forever;
        }

        return around.Strikes(around.Rates.WriteUnheard, $"written, unheard: {what}")
            ? throw new SimulatedFaultException("The rows were written, and nobody hears of it.")
            : etags;
    }

    private void Note(string partition, IReadOnlyList<Change> changes, string what)
    {
        if (Array.Exists(Undigested, partition.StartsWith))
        {
            around.Trace.Note($"write {partition}");
            return;
        }

        around.Trace.Note($"write {what}");
        foreach (var body in changes.Select(change => change.NewBody).OfType<string>())
        {
            around.Trace.Digest(body);
        }
    }

    /// <summary>Where several things happen at once, others may come first.</summary>
    private async Task Answer()
    {
        if (life.IsOver)
        {
            await Life.Forever;
        }

        if (!around.Thread.IsHere)
        {
            throw new InvalidOperationException("The store was asked from another thread: the order of things would be nobody's.");
        }

        if (around.AreMany && around.Chance.Happens(Math.Max(around.Rates.Late, 0.1)))
        {
            await Task.Yield();
            if (life.IsOver)
            {
                await Life.Forever;
            }
        }
    }
}
