using Microsoft.DurableTask.Client;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Erasure;

/// <summary>
/// Ends the instances of a cohort's pairs, and purges those that are over. Histories hold ids and counts only; what
/// still runs now, the cohort's own instance included, is purged by the daily tidying.
/// </summary>
public sealed class DurableHistory(IStore store, DurableClients clients) : IErases
{
    public async Task Erase(Cohort cohort, CancellationToken cancel)
    {
        if (clients.Current is not { } client)
        {
            return;
        }

        await foreach (var pair in new PairBook(store, cohort.Id).All(cancel))
        {
            var instance = ProcessId.OfPair(cohort.Id, pair.Value.Id).Name;
            if (await client.GetInstanceAsync(instance, getInputsAndOutputs: false, cancel) is not { } found)
            {
                continue;
            }

            if (Instances.Runs(found.RuntimeStatus))
            {
                await client.TerminateInstanceAsync(instance, cancel);
            }
            else
            {
                await client.PurgeInstanceAsync(instance, cancel);
            }
        }
    }
}
