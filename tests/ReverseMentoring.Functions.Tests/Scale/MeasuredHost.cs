using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tables;
using ReverseMentoring.Functions.Tests.Backend;
using ReverseMentoring.Functions.Tests.Costs;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>A host in a process of its own, which says what it has done whenever it is asked by a line.</summary>
internal static class MeasuredHost
{
    public const string Name = "measured-host";

    public static async Task<int> Run(string connection, Uri mails, TaskHub hub)
    {
        using var counter = new Counter();
        var rows = new CountedStore(new TableStore(new TableClient(connection, "ReverseMentoringRows")));
        await using var product = Hosts.Azure(connection, more: services => services
            .AddSingleton<IStore>(rows)
            .AddSingleton<IMailTransport>(new HouseMail(mails))
            .AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error)));
        await using var backend = await StorageBackend.Start(connection, product, hub, counter.Ran);
        product.GetRequiredService<DurableClients>().Use(backend.Client);
        do
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(counter.Read(rows.Requests)));
        }
        while (await Console.In.ReadLineAsync() is not null);
        return 0;
    }
}
