using System.Globalization;
using Spectre.Console;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>Lines for whoever started the host; figures and dates the same on every machine.</summary>
internal static class Terminal
{
    public static IAnsiConsole Output { get; } = Console.IsOutputRedirected ? Plain(Console.Out) : AnsiConsole.Console;

    public static void Line(FormattableString markup) => Output.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);

    /// <summary>For a file or another program, which copy from it: no colours, and no line is broken.</summary>
    internal static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = short.MaxValue;
        return console;
    }
}
