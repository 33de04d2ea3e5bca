using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Pumping;

namespace ReverseMentoring.Functions.Tests.Whole;

public sealed class WholeCycleTests
{
    [AzuriteFact]
    public async Task A_cycle_in_durable_orchestrations_over_tables_comes_to_what_the_local_host_comes_to_and_erasure_leaves_no_name()
    {
        using var azurite = AzuriteProcess.Start()!;
        await using var services = Hosts.Azure(azurite.Connection);
        await using var durable = await Hosts.Durable(services);
        services.GetRequiredService<DurableClients>().Use(durable.Client);
        var company = new Company(services, () => Task.Delay(100));
        await using var local = Hosts.Local();
        var there = new Company(local, async () =>
        {
            await local.GetRequiredService<Pump>().RunDue(default);
            await Task.Delay(10);
        });

        var outcome = await company.PlayUntilTheReport();
        var expected = await there.PlayUntilTheReport();

        Assert.Equal(expected.Pairs, outcome.Pairs);
        Assert.Equal(expected.Mails, outcome.Mails);
        Assert.Equal(expected.Report, outcome.Report);
        Assert.Contains(Company.Planted, await Everything(azurite), StringComparison.Ordinal);

        await company.Erase();

        Assert.DoesNotContain(Company.Planted, await Everything(azurite), StringComparison.Ordinal);
    }

    /// <summary>Every row of every table, and every byte of blobs and queues.</summary>
    private static async Task<string> Everything(AzuriteProcess azurite)
    {
        var all = new StringBuilder();
        var tables = new TableServiceClient(azurite.Connection);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var entity in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                all.AppendJoin(' ', entity.Keys.Select(key => entity[key])).AppendLine();
            }
        }

        foreach (var file in new DirectoryInfo(azurite.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(IsOfBlobsOrQueues))
        {
            using var reader = new StreamReader(file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            all.AppendLine(await reader.ReadToEndAsync());
        }

        return all.ToString().ToLowerInvariant();
    }

    private static bool IsOfBlobsOrQueues(FileInfo file) =>
        file.FullName.Contains("blob", StringComparison.OrdinalIgnoreCase) || file.FullName.Contains("queue", StringComparison.OrdinalIgnoreCase);
}
