using Microsoft.DurableTask.Client;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Erasure;

/// <summary>
/// Ends the instances of a cohort's pairs and circles, and purges those that are over. Histories hold ids and counts only; what
/// still runs now, the cohort's own instance included, is purged by the daily tidying.
/// </summary>
public sealed class DurableHistory(IStore store, DurableClients clients) : IErases
{
    /// <exception cref="InvalidOperationException">No function of this process has bound a client yet. The step fails, and is tried again.</exception>
    public async Task Erase(Cohort cohort, CancellationToken cancel)
    {
        var client = clients.Current ?? throw new InvalidOperationException("Histories can't be erased without a client of Durable.");
        await foreach (var process in Meetings(cohort.Id, cancel))
        {
            var instance = process.Name;
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

    private IAsyncEnumerable<ProcessId> Meetings(CohortId cohort, CancellationToken cancel) =>
        new MeetingRepository(store, cohort).All(cancel).Select(meeting => ProcessId.OfMeeting(cohort, meeting.Value.Id));
}
