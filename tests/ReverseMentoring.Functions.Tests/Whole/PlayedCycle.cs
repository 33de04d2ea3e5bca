using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Functions.Tests.Telemetry;
using ReverseMentoring.LocalHost.Pumping;

namespace ReverseMentoring.Functions.Tests.Whole;

/// <summary>
/// One cohort, played from its start to its erasure in durable orchestrations over Azurite, with all that was told of it
/// heard, and the same cohort with the same answers on the local host. Played once for all tests, where Azurite is installed.
/// </summary>
public sealed class PlayedCycle : IAsyncLifetime, IDisposable
{
    public CohortId Cohort { get; private set; } = new CohortId("");

    internal Overheard Heard { get; } = new();

    internal Company.Outcome Outcome { get; private set; } = null!;

    internal Company.Outcome OnTheLocalHost { get; private set; } = null!;

    /// <summary>All rows, blobs and queues, when the report was written.</summary>
    public string AtTheReport { get; private set; } = "";

    public string AfterErasure { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (AzuriteCommand.Find() is null)
        {
            return;
        }

        using var azurite = AzuriteProcess.Start()!;
        await using var services = Hosts.Azure(azurite.Connection, Heard);
        await using var durable = await Hosts.Durable(services);
        services.GetRequiredService<DurableClients>().Use(durable.Client);
        var company = new Company(services, () => Task.Delay(100));
        Outcome = await company.PlayUntilTheReport();
        Cohort = company.Cohort;
        AtTheReport = await Everything(azurite);
        await company.Erase();
        AfterErasure = await Everything(azurite);

        await using var local = Hosts.Local();
        OnTheLocalHost = await new Company(local, async () =>
        {
            await local.GetRequiredService<Pump>().RunDue(default);
            await Task.Delay(10);
        }).PlayUntilTheReport();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => Heard.Dispose();

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
