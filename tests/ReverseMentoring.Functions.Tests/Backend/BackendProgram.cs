using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Scale;
using ReverseMentoring.Functions.Tests.Versions;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Backend;

/// <summary>
/// What this assembly does when it is started as a program: a host that works on the storage backend until it is killed,
/// a measurement, or keeping what orchestrators ask for.
/// </summary>
internal static class BackendProgram
{
    public const string Works = "works";

    /// <param name="args">The storage's connection, and the address of the mail house; or <c>scale</c> with its options; or <c>history</c> and a folder.</param>
    public static Task<int> Main(string[] args) => args switch
    {
        [ScaleCommand.Name, .. var options] => ScaleCommand.Run(options),
        [KeepHistoryCommand.Name, var folder] => KeepHistoryCommand.Run(folder),
        [MeasuredHost.Name, var connection, var mails, var partitions] => MeasuredHost.Run(connection, new(mails), TaskHub.Of(int.Parse(partitions, CultureInfo.InvariantCulture))),
        [var connection, var mails] => Work(connection, new(mails)),
        _ => ScaleCommand.Run(["--help"]),
    };

    private static async Task<int> Work(string connection, Uri mails)
    {
        await using var product = Hosts.Azure(connection, more: services => services
            .AddSingleton<IMailTransport>(new HouseMail(mails))
            .AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)));
        await using var backend = await StorageBackend.Start(connection, product);
        product.GetRequiredService<DurableClients>().Use(backend.Client);
        Console.Out.WriteLine(Works);
        // Whoever started it may be gone: then its end of the line is, too.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
