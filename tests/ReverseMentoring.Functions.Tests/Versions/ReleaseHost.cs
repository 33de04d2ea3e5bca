using System.Collections.Concurrent;
using System.Text.Json;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.Settings;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Backend;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>
/// A host of one release, with one meeting's orchestrator: the storage backend under the dispatcher that Durable Functions has in
/// Azure, which takes or leaves an instance by its version as host.json says.
/// </summary>
internal sealed class ReleaseHost : IAsyncDisposable
{
    private readonly TaskHubWorker worker;

    private ReleaseHost(TaskHubWorker worker) => this.worker = worker;

    /// <param name="version">Of the release, in place of that in host.json.</param>
    /// <param name="run">Its orchestrator.</param>
    /// <param name="step">What its activity says.</param>
    /// <param name="ran">Takes the name of each activity that runs.</param>
    public static async Task<ReleaseHost> Start(
        string connection, TaskHub hub, string version, Func<TaskOrchestrationContext, ProcessGeneration, Task> run, Func<StepOutcome> step, ConcurrentQueue<string> ran)
    {
        var storage = new AzureStorageOrchestrationService(hub.Settings(connection));
        await storage.CreateIfNotExistsAsync();
        var shims = DurableTaskShimFactory.Default;
        var orchestrations = new Named<TaskOrchestration>(name => shims.CreateOrchestration<ProcessGeneration, bool>(name, async (context, generation) =>
        {
            await run(context, generation!);
            return true;
        }));
        var activities = new Named<TaskActivity>(name =>
        {
            ran.Enqueue(name);
            return name == OldRelease.LookedAround
                ? shims.CreateActivity<string, bool>(name, (_, _) => Task.FromResult(true))
                : shims.CreateActivity<string, StepOutcome>(name, (_, _) => Task.FromResult<StepOutcome?>(step()));
        });
        var worker = new TaskHubWorker(storage, orchestrations, activities, Versioning(version)) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        await worker.StartAsync();
        return new(worker);
    }

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(isForced: true);
        worker.Dispose();
    }

    private static VersioningSettings Versioning(string version)
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var durable = host.RootElement.GetProperty("extensions").GetProperty("durableTask");
        return new()
        {
            Version = version,
            MatchStrategy = Enum.Parse<VersioningSettings.VersionMatchStrategy>(durable.GetProperty("versionMatchStrategy").GetString()!),
            FailureStrategy = Enum.Parse<VersioningSettings.VersionFailureStrategy>(durable.GetProperty("versionFailureStrategy").GetString()!),
        };
    }

    /// <summary>By name alone, as functions are found.</summary>
    private sealed class Named<T>(Func<string, T> make) : INameVersionObjectManager<T>
    {
        public void Add(ObjectCreator<T> creator) => throw new NotSupportedException();

        public T GetObject(string name, string? version) => make(name);
    }
}
