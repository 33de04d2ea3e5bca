using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Web.Manage.Forecasts;

namespace ReverseMentoring.Tests.Manage;

/// <summary>What the forecast's form compares: nothing that was said falls away without a word.</summary>
public sealed class TrialFormTests
{
    [Theory]
    [InlineData("", "", 0, null)]
    [InlineData("sessions.sessions", "4", 1, null)]
    [InlineData("sessions.sessions", "", 0, "A setting has no value, or a value no setting.")]
    [InlineData("", "4", 0, "A setting has no value, or a value no setting.")]
    [InlineData("sessions.sessions,phases.review", "4", 0, "There is no such setting.")]
    [InlineData("name", "4", 0, "There is no such setting.")]
    public void A_setting_comes_with_its_value(string setting, string value, int compared, string? problem)
    {
        var (form, findings) = (TrialForm.Read(name => name == TrialLine.SettingOf(2) ? setting : name == TrialLine.ValueOf(2) ? value : ""), new Findings());

        Assert.Equal(compared, form.Read(findings).Count);
        Assert.Equal(problem, findings.Errors.SingleOrDefault()?.Problem);
    }

    [Fact]
    public void A_setting_that_is_named_twice_is_refused()
    {
        var (form, findings) = (TrialForm.Read(name => name.StartsWith("try.setting.", StringComparison.Ordinal) ? "sessions.sessions" : name[^1..]), new Findings());

        Assert.False(TrialCheck.IsSound(form.Read(findings), findings));
        Assert.Equal("The same setting is tried twice.", Assert.Single(findings.Errors).Problem);
    }
}
