using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using static ReverseMentoring.Tests.Cycle.Ports;

namespace ReverseMentoring.Functions.Tests.Azurite;

/// <summary>
/// The storage emulator (npm package <c>azurite</c>), on ports and in a folder of its own, for as long as the tests run.
/// It is found by AZURITE (the path of its script), on the PATH, or where it listens already under AZURITE_CONNECTION.
/// </summary>
public sealed class AzuriteProcess : IDisposable
{
    private const string Account = "devstoreaccount1";

    /// <summary>The emulator's well-known key (https://learn.microsoft.com/azure/storage/common/storage-connect-azurite).</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process process;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azurite-");

    private AzuriteProcess(string command, bool inMemory)
    {
        var (blob, queue, table) = (Free().Port, Free().Port, Free().Port);
        Ports = (blob, queue, table);
        Connection = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{blob}/{Account};QueueEndpoint=http://127.0.0.1:{queue}/{Account};"
            + $"TableEndpoint=http://127.0.0.1:{table}/{Account};";
        var script = command.EndsWith(".js", StringComparison.Ordinal);
        string[] arguments =
        [
            .. script ? [command] : Array.Empty<string>(), "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}",
            .. inMemory ? ["--inMemoryPersistence"] : new[] { "--location", folder.FullName },
        ];
        process = Process.Start(new ProcessStartInfo(script ? "node" : command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        WaitUntilItListens(table);
    }

    public string Connection { get; }

    public (int Blob, int Queue, int Table) Ports { get; }

    /// <summary>Seconds of a processor that it has used.</summary>
    public double Cpu => process.TotalProcessorTime.TotalSeconds;

    public string Folder => folder.FullName;

    /// <param name="inMemory">Nothing is written to the disk.</param>
    /// <returns>Null where the emulator is not installed.</returns>
    public static AzuriteProcess? Start(bool inMemory = false) => AzuriteCommand.Find() is { } command ? new(command, inMemory) : null;

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private void WaitUntilItListens(int port)
    {
        for (var attempt = 0; attempt < 300 && !process.HasExited; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(100);
            }
        }

        throw new InvalidOperationException("Azurite did not start: " + process.StandardError.ReadToEnd());
    }
}
