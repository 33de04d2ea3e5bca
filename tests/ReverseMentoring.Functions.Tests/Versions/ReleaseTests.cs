using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Functions.Tests.Backend;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>Two releases on the storage backend, of which the newer one's orchestrators ask for something different.</summary>
[Collection(nameof(SharedAzurite))]
public sealed class ReleaseTests(SharedAzurite azurite)
{
    private const string Meeting = nameof(MeetingActivities.AdvanceMeeting);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> ran = new();
    private volatile StepOutcome outcome = new(null, null, Ended: false, []);

    [AzuriteFact]
    public async Task What_an_older_release_has_begun_is_finished_by_the_newer_one()
    {
        var hub = TaskHub.Hurried with { Name = "handedon" };
        await using var backend = await StorageBackend.Start(azurite.Connection, hub: hub);
        await using (await Older(hub))
        {
            await Start(backend, "begun", Generation.Version);
            await Until(() => ran.Count == 1);
        }

        outcome = outcome with { Ended = true };
        await using (await Newer(hub))
        {
            await backend.Client.RaiseEventAsync("begun", Generation.WakeEvent);
            await Completed(backend, "begun");
        }

        Assert.Equal([Meeting, OldRelease.LookedAround, Meeting], ran);
    }

    [AzuriteFact]
    public async Task An_older_release_neither_runs_nor_fails_what_a_newer_one_has_begun()
    {
        var hub = TaskHub.Hurried with { Name = "leftalone" };
        outcome = outcome with { Ended = true };
        await using var backend = await StorageBackend.Start(azurite.Connection, hub: hub);
        await using (await Older(hub))
        {
            await Start(backend, "newer", NextRelease.Version);
            await Start(backend, "own", Generation.Version);
            await Completed(backend, "own");
            await Task.Delay(TimeSpan.FromSeconds(3));

            Assert.Equal([Meeting], ran);
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await backend.Client.GetInstanceAsync("newer"))!.RuntimeStatus);
        }

        await using (await Newer(hub))
        {
            await Completed(backend, "newer");
        }

        Assert.Equal([Meeting, OldRelease.LookedAround, Meeting], ran);
    }

    [AzuriteFact]
    public async Task What_a_newer_release_has_begun_is_started_anew_once_that_was_rolled_back()
    {
        var (hub, process, store) = (TaskHub.Hurried with { Name = "rolledback" }, ProcessId.OfMeeting(new("spring"), new("p-1")), new MemoryStore());
        await using var backend = await StorageBackend.Start(azurite.Connection, hub: hub);
        await using (await Newer(hub))
        {
            await Start(backend, process.Name, NextRelease.Version);
            await Until(() => ran.Count == 2);
        }

        outcome = outcome with { Ended = true };
        var instances = new Instances(store, new(store), NullLogger<Instances>.Instance, Patience.Usual with { Ends = TimeSpan.FromSeconds(3) });
        await using (await Older(hub))
        {
            await instances.Renew(backend.Client, process, default);

            // That it is to end may reach the new one in its place. Then the next sweep finds that one ended.
            for (var attempt = 0; attempt < 120 && await Status() is not OrchestrationRuntimeStatus.Completed; attempt++)
            {
                if (await Status() is OrchestrationRuntimeStatus.Terminated)
                {
                    await instances.Wake(backend.Client, process, default);
                }

                await Task.Delay(1000);
            }

            Assert.Equal(OrchestrationRuntimeStatus.Completed, await Status());
        }

        Assert.Equal([OldRelease.LookedAround, Meeting], ran.Take(2));
        Assert.NotEmpty(ran.Skip(2));
        Assert.DoesNotContain(OldRelease.LookedAround, ran.Skip(2));

        async Task<OrchestrationRuntimeStatus?> Status() => (await backend.Client.GetInstanceAsync(process.Name))?.RuntimeStatus;
    }

    private Task<ReleaseHost> Older(TaskHub hub) => ReleaseHost.Start(azurite.Connection, hub, Generation.Version, MeetingOrchestrator.Run, () => outcome, ran);

    private Task<ReleaseHost> Newer(TaskHub hub) => ReleaseHost.Start(
        azurite.Connection, hub, NextRelease.Version, (context, generation) => NextRelease.OfProcess(context, Meeting, generation), () => outcome, ran);

    private static Task Start(StorageBackend backend, string instance, string version) => backend.Client.ScheduleNewOrchestrationInstanceAsync(
        nameof(MeetingOrchestrator), new ProcessGeneration("meeting.spring.p1"), new StartOrchestrationOptions(instance) { Version = version });

    private static async Task Completed(StorageBackend backend, string instance)
    {
        using var patience = new CancellationTokenSource(Longest);
        var ended = await backend.Client.WaitForInstanceCompletionAsync(instance, patience.Token);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, null), (ended.RuntimeStatus, ended.FailureDetails));
    }

    private static async Task Until(Func<bool> happened)
    {
        for (var attempt = 0; attempt < 600 && !happened(); attempt++)
        {
            await Task.Delay(100);
        }

        Assert.True(happened());
    }
}
