using System.Globalization;
using Spectre.Console;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>Lines for whoever started the host; figures and dates the same on every machine.</summary>
internal static class Terminal
{
    public static void Line(FormattableString markup) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);
}
