using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Settings;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Forecasts;

/// <summary>What is compared, as the form says it: several settings may be others at once.</summary>
/// <param name="Lines">As many as the form has.</param>
/// <param name="Problem">Why it can't be; null: it can.</param>
public sealed record TrialForm(IReadOnlyList<TrialLine> Lines, string? Problem = null)
{
    public static TrialForm None { get; } = Read(_ => "");

    /// <param name="read">A field of the form, or of the address.</param>
    public static TrialForm Read(Func<string, string> read) => new([.. Enumerable.Range(1, TrialCheck.Most).Select(number => new TrialLine(number, read(TrialLine.SettingOf(number)), read(TrialLine.ValueOf(number)).Trim()))]);

    /// <summary>None where nothing is compared, or what is said makes no sense.</summary>
    /// <param name="findings">Takes what is wrong: a setting without a value, a value without a setting, one that can't be compared.</param>
    public IReadOnlyList<Trial> Read(Findings findings)
    {
        foreach (var line in Lines)
        {
            line.Check(findings);
        }

        return findings.Errors.Count > 0 ? [] : [.. Said.Select(line => line.Trial!)];
    }

    public TrialForm With(ManagerContext context, Findings findings) =>
        findings.Errors.Count > 0 ? this with { Problem = FindingTexts.Say(context, findings.Errors[0]) } : this;

    /// <summary>"With Sessions: 4, Days between two sessions: 21".</summary>
    public string? In(ManagerContext context) => Said.Any() ? context.Say("Forecast.With", ("settings", string.Join(", ", Said.Select(line => line.In(context))))) : null;

    private IEnumerable<TrialLine> Said => Lines.Where(line => line.Trial is not null);
}
