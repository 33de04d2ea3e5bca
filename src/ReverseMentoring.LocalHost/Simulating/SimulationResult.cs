using System.Globalization;
using System.Text;
using ReverseMentoring.LocalHost.Simulating.Planning;

namespace ReverseMentoring.LocalHost.Simulating;

/// <summary>What a simulation came to.</summary>
/// <param name="Broken">Invariants that did not hold, each by its name and what was found; none: all is well.</param>
/// <param name="Hash">Of all that happened: two runs with the same are the same.</param>
/// <param name="FaultTrace">What went wrong on the way, the first first.</param>
/// <param name="LastLines">What happened just before it stopped.</param>
internal sealed record SimulationResult(
    SimulationPlan Plan, IReadOnlyList<string> Broken, string Hash, int Lines, int Faults, int Stops, TimeSpan Took, int Mails, IReadOnlyList<string> FaultTrace,
    IReadOnlyList<string> LastLines)
{
    public bool IsClean => Broken.Count == 0;

    /// <summary>One line, for a list of many.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Plan.Seed} {Hash} {(IsClean ? "clean" : "BROKEN")} people={Plan.People} {(Plan.HasCircles ? "circles" : "pairs")} mail={Plan.Mail} calendars={Plan.HasCalendars} days={Took.TotalDays:F0} mails={Mails} faults={Faults} stops={Stops} lines={Lines}");

    /// <summary>Why it stopped, with what led there.</summary>
    public string Explain()
    {
        var text = new StringBuilder().AppendLine(ToString());
        foreach (var broken in Broken)
        {
            text.AppendLine("  broken: " + broken);
        }

        text.AppendLine("  faults:");
        foreach (var fault in FaultTrace.TakeLast(40))
        {
            text.AppendLine("    " + fault);
        }

        text.AppendLine("  last steps:");
        foreach (var line in LastLines)
        {
            text.AppendLine("    " + line);
        }

        return text.ToString();
    }
}
