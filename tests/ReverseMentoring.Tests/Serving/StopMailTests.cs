using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.LocalHost.Commands;
using ReverseMentoring.LocalHost.Hosting;

namespace ReverseMentoring.Tests.Serving;

/// <summary>Whoever runs the local host can stop all mail, whatever managers say.</summary>
public sealed class StopMailTests : IDisposable
{
    private readonly DirectoryInfo around = Directory.CreateTempSubdirectory("stop-mail-");

    public void Dispose() => around.Delete(recursive: true);

    [Theory]
    [InlineData(true, "--stop-mail")]
    [InlineData(false)]
    public async Task No_mail_goes_where_the_command_line_says_so(bool stops, params string[] said)
    {
        LocalSettings? read = null;
        var root = new RootCommand();
        ServeCommand.AddTo(root, (settings, _) =>
        {
            read = settings;
            return Task.FromResult(0);
        });
        Assert.Equal(0, await root.Parse(["--data", around.FullName, .. said]).InvokeAsync());

        await using var app = LocalProgramme.Build(read!);
        var stop = app.Services.GetRequiredService<MailStop>();
        await stop.Set(false);

        Assert.Equal((stops, stops), (stop.BySetting, await stop.Stands()));
    }
}
