using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Settings;

namespace ReverseMentoring.Web.Manage.Forecasts;

/// <summary>Another value of one setting, as a form says it.</summary>
/// <param name="Number">Its place in the form, from 1 on.</param>
/// <param name="Path">The setting's.</param>
/// <param name="Text">Its other value, as people write it.</param>
public sealed record TrialLine(int Number, string Path, string Text)
{
    public static string SettingOf(int number) => $"try.setting.{number}";

    public static string ValueOf(int number) => $"try.value.{number}";

    /// <returns>Null where nothing is compared.</returns>
    public Trial? Trial => Declaration is { } setting && Text.Length > 0 ? new(Path, SettingText.Read(setting, Text)) : null;

    internal void Check(Findings findings)
    {
        if (Path.Length > 0 != Text.Length > 0)
        {
            TrialCheck.Unpaired(findings, SettingOf(Number));
        }
        else if (Path.Length > 0 && Declaration is null)
        {
            findings.Error(SettingOf(Number), "There is no such setting.", "Use the names that the cohort's settings have.");
        }
    }

    /// <summary>"Sessions: 4".</summary>
    internal string In(ManagerContext context) => $"{SettingTexts.Name(context, Declaration!)}{context.Localizer.Colon} {Text}";

    private SettingDeclaration? Declaration => ForecastTexts.Comparable.FirstOrDefault(setting => setting.Path == Path);
}
