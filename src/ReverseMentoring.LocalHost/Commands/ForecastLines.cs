using System.Globalization;
using System.Text;
using ReverseMentoring.Core.Forecasting;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>A forecast for whoever reads it at a terminal: each figure by its name, with its unit, and what a range says.</summary>
internal static class ForecastLines
{
    private const int Names = 26;

    public static string Of(Forecast forecast, bool inCircles)
    {
        var (text, found) = (new StringBuilder(), inCircles ? "in a circle" : "with a partner");
        Line($"Mentees {found}", $"{Range(forecast.MenteesMatched)} of {forecast.Mentees}");
        Line($"Mentors {found}", $"{Range(forecast.MentorsMatched)} of {forecast.Mentors}");
        Line("Sessions held", Range(forecast.SessionsHeld));
        Line("The report is ready", $"{forecast.Ends.Low:yyyy-MM-dd} to {forecast.Ends.High:yyyy-MM-dd}, likely {forecast.Ends.Likely:yyyy-MM-dd}");
        Line("Mails to each person", Range(forecast.MailsPerPerson));
        Line("How exact the report is", forecast.Precision is { } precision ? $"changes ± {Number(precision.Low)} to {Number(precision.High)} steps of five" : "fewer than four in five such cohorts can show changes");
        Line("Cohorts that show changes", Percent(forecast.ShowsChanges));
        if (forecast.Effect > 0)
        {
            Line("Changes found", $"{Percent(forecast.Found)} of those that are shown, where answers rise by {Number(forecast.Effect)} of a step");
        }

        return text.Append(CultureInfo.InvariantCulture, $"Each range is to hold in four of five such cohorts; {forecast.Draws} were drawn. --seeds measures how often it does, --json prints the figures for programs.").ToString();

        void Line(string name, string said) => text.Append(name.PadRight(Names)).Append(' ').AppendLine(said);
    }

    private static string Range<T>(ForecastRange<T> range)
        where T : IFormattable => $"{Number(range.Low)} to {Number(range.High)}, likely {Number(range.Likely)}";

    private static string Number(IFormattable number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
