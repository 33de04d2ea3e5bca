using System.Net;
using System.Net.Sockets;
using ReverseMentoring.LocalHost.Commands;
using ReverseMentoring.LocalHost.Hosting;

namespace ReverseMentoring.Tests.Serving;

/// <summary>Where something listens already, that is said in a sentence, and nothing begins.</summary>
public sealed class FreeAddressTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public void One_that_is_taken_is_told_and_free_again_afterwards(string host)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = new Uri($"http://{host}:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Contains(address.ToString(), Assert.Throws<InvalidDataException>(() => FreeAddress.Check(address)).Message, StringComparison.Ordinal);
        other.Stop();
        FreeAddress.Check(address);
        FreeAddress.Check(address);
    }

    [Fact]
    public async Task The_host_ends_with_a_code_and_the_mailbox_and_database_are_not_made()
    {
        var around = Directory.CreateTempSubdirectory("taken-");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        try
        {
            Assert.Equal(1, await Cli.Run(["--data", Path.Combine(around.FullName, "data"), "--address", $"http://localhost:{((IPEndPoint)other.LocalEndpoint).Port}"]));
            Assert.DoesNotContain(Directory.GetFiles(Path.Combine(around.FullName, "data")), file => file.EndsWith(".db", StringComparison.Ordinal));
        }
        finally
        {
            around.Delete(recursive: true);
        }
    }
}
