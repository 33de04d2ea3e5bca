using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Settings;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Forecasts;

/// <summary>What is compared, as the form says it.</summary>
/// <param name="Path">The setting's.</param>
/// <param name="Text">Its other value, as people write it.</param>
/// <param name="Problem">Why it can't be; null: it can.</param>
public sealed record TrialForm(string Path, string Text, string? Problem = null)
{
    public const string Setting = "try.setting";
    public const string Value = "try.value";

    public static TrialForm None { get; } = new("", "");

    /// <param name="read">A field of the form, or of the address.</param>
    public static TrialForm Read(Func<string, string> read) => new(read(Setting), read(Value).Trim());

    /// <returns>Null where nothing is compared.</returns>
    public Trial? Trial => Declaration is { } setting && Text.Length > 0 ? new(Path, SettingText.Read(setting, Text)) : null;

    public TrialForm With(ManagerContext context, Findings findings) =>
        findings.Errors.Count > 0 ? this with { Problem = FindingTexts.Say(context, findings.Errors[0]) } : this;

    /// <summary>"Sessions: 4".</summary>
    public string? In(ManagerContext context) => Declaration is { } setting ? context.Say("Forecast.With", ("setting", SettingTexts.Name(context, setting)), ("value", Text)) : null;

    private SettingDeclaration? Declaration => ForecastTexts.Comparable.FirstOrDefault(setting => setting.Path == Path);
}
