using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Telemetry;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Whole;

/// <summary>Code is deployed while a cohort is in flight: whatever its orchestrations stumble over, the sweep starts them anew.</summary>
public sealed class DeploymentTests
{
    [Fact]
    public async Task A_cohort_whose_orchestrations_cannot_be_replayed_by_the_new_release_ends_as_if_nothing_had_been()
    {
        using var heard = new Overheard();
        await using var services = Hosts.Azure("UseDevelopmentStorage=true", heard, more => more.AddSingleton<IStore, MemoryStore>());
        var old = true;
        await using var durable = await Hosts.Durable(services, () => old);
        services.GetRequiredService<DurableClients>().Use(durable.Client);
        var ahead = new FakeTimeProvider();
        var sweep = new Sweep(
            services.GetRequiredService<DueRows>(), services.GetRequiredService<IWakeSignal>(), services.GetRequiredService<Instances>(),
            services.GetRequiredService<DurableClients>(), Patience.Usual, ahead, NullLogger<Sweep>.Instance);
        var company = new Company(services, async () =>
        {
            await Task.Delay(100);

            // The sweep's patience is over at once.
            ahead.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(3));
            await sweep.Run(new(), durable.Client, default);
        });

        var outcome = await company.PlayUntilTheReport(atTheSessions: () => Task.FromResult(old = false));
        await company.Erase();

        await using var local = Hosts.Local();
        var expected = await new Company(local, () => local.GetRequiredService<Pump>().RunDue(default)).PlayUntilTheReport();
        Assert.Equal(expected.Pairs, outcome.Pairs);
        Assert.Equal(expected.Mails, outcome.Mails);
        Assert.Equal(expected.Report, outcome.Report);
        string[] broken = [ProcessId.OfCohort(company.Cohort).Name, ProcessId.Outbox.Name];
        Assert.All(broken, process => Assert.Contains(
            heard.Logs, log => log.Message == $"The orchestration of {process} was found {OrchestrationRuntimeStatus.Failed} and is started anew"));
    }
}
