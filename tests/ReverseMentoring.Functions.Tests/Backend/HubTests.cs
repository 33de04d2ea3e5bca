using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Pumping;

namespace ReverseMentoring.Functions.Tests.Backend;

/// <summary>More partitions are another task hub, where nothing is: all that was in flight goes on there from the rows.</summary>
public sealed class HubTests
{
    private static readonly Patience Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(25), TimeSpan.FromMinutes(10));

    [AzuriteFact]
    public async Task A_cohort_begun_in_a_hub_of_one_partition_ends_in_one_of_four()
    {
        using var azurite = AzuriteProcess.Start()!;
        await using var product = Hosts.Azure(azurite.Connection);
        var backend = await Start(1);
        try
        {
            var round = 0;
            var company = new Company(product, async () =>
            {
                await Task.Delay(200);
                if (++round % 10 == 0)
                {
                    await Sweep(product).Run(new(), backend.Client, default);
                }
            });

            var outcome = await company.PlayUntilTheReport(Move);
            await company.Erase();

            await using var local = Hosts.Local();
            var expected = await new Company(local, () => local.GetRequiredService<Pump>().RunDue(default)).PlayUntilTheReport();
            Assert.Equal(expected.Pairs, outcome.Pairs);
            Assert.Equal(expected.Mails, outcome.Mails);
            Assert.Equal(expected.Report, outcome.Report);
        }
        finally
        {
            await backend.DisposeAsync();
        }

        async Task<StorageBackend> Start(int partitions)
        {
            var started = await StorageBackend.Start(azurite.Connection, product, TaskHub.Of(partitions) with { IsHurried = true });
            product.GetRequiredService<DurableClients>().Use(started.Client);
            return started;
        }

        async Task Move()
        {
            await backend.DisposeAsync();
            backend = await Start(4);
        }
    }

    private static Sweep Sweep(IServiceProvider product) => new(
        product.GetRequiredService<DueRows>(), product.GetRequiredService<IWakeSignal>(), product.GetRequiredService<Instances>(),
        product.GetRequiredService<DurableClients>(), Short, TimeProvider.System, NullLogger<Sweep>.Instance);
}
