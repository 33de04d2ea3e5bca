using ReverseMentoring.LocalHost.Commands;
using Spectre.Console;

namespace ReverseMentoring.Tests.Serving;

public sealed class TerminalTests
{
    [Fact]
    public void What_is_written_into_a_file_has_no_escapes_and_no_broken_line()
    {
        var key = new string('k', 200);
        using var file = new StringWriter();

        Terminal.Plain(file).MarkupLineInterpolated($"The manager's key: [bold]{key}[/] of [link]http://localhost[/]");

        Assert.Equal($"The manager's key: {key} of http://localhost", file.ToString().TrimEnd());
    }
}
