using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Architecture;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Tests.Dossier;

/// <summary>What each form really asks stands in the dossier, word for word.</summary>
public sealed partial class AskedTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task A_form_asks_nothing_that_the_dossier_does_not_print(string language)
    {
        var printed = await Printed(language);
        foreach (var form in Enum.GetValues<FormKind>())
        {
            var cohort = SmallCohort.In(PhaseOf(form)).WithPair(form is FormKind.Confirmation ? MeetingStatus.Proposed : MeetingStatus.Running).WithSession(1, SmallCohort.Start.AddDays(3));
            cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { DelegateEmail = "office@example.org", DelegateRevision = 1 });
            cohort.Put(Rows.Own + SmallCohort.Ana.Id, new OwnRequests(1, new(OwnActKind.Leave, 1, SmallCohort.Start.AddDays(2))));
            await using var site = new FormSite(cohort);
            var page = await site.Get($"/f/{TokenOf(cohort, form)}?lang={language}");
            Assert.True(page.Status == 200, $"{form}: {page.Status}");

            Findings.AreNone(AskedOn(page).Where(asked => !printed.Any(words => words.IsMatch(asked)))
                .Select(asked => $"The form {form} asks '{asked}': add the key of this text to Questions in Web/Forms/{form}Form.cs, so that the dossier prints it."));
        }
    }

    /// <summary>The questions of the dossier; what stands in brackets may be anything.</summary>
    private static async Task<IReadOnlyList<Regex>> Printed(string language)
    {
        await using var host = await ManageHost.Start(more: services => services.AddForms());
        var programme = await SmallProgramme.Begin(host);
        var page = await host.Page($"/manage/cohorts/{programme.Id}/dossier?lang={language}", HttpStatusCode.OK);
        Assert.Equal(Enum.GetValues<FormKind>().Length, page.QuerySelectorAll("#questions dl").Length);
        Assert.All(page.QuerySelectorAll("#questions dl"), form => Assert.NotEmpty(form.QuerySelectorAll("dt")));
        return [.. page.QuerySelectorAll("#questions dt").Select(words => new Regex($"^{Regex.Replace(Regex.Escape(Trim(words.TextContent)), @"\\\[\w+]", ".+")}$"))];
    }

    /// <summary>What stands above fields, and beside single ticks.</summary>
    private static IEnumerable<string> AskedOn(SitePage page) =>
        page.Html.QuerySelectorAll("main legend, main .field:not(.check) > label, main .check .option-label").Select(words => Trim(string.Concat(words.ChildNodes.OfType<IText>().Select(text => text.Data))));

    private static string Trim(string words) => Spaces().Replace(words, " ").Trim();

    private static string PhaseOf(FormKind form) => form switch
    {
        FormKind.Confirmation => PhaseNames.Confirmation,
        _ => FormCatalogue.OfPhases.FirstOrDefault(one => one.Form == form).Phase ?? PhaseNames.Sessions,
    };

    private static string TokenOf(SmallCohort cohort, FormKind form) => form switch
    {
        FormKind.OwnAct => cohort.Token(form, SmallCohort.Ana, revision: 1),
        FormKind.Participation => cohort.Token(form, SmallCohort.Ana),
        FormKind.Delegate => cohort.Token(form, SmallCohort.Ana, revision: 1),
        FormKind.Reschedule or FormKind.Cancel => cohort.Token(form, SmallCohort.Ana, SmallCohort.Pair.Id.Value, 1),
        _ when form.Declaration().Phase is not null => cohort.Token(cohort.AskInPhase(form, SmallCohort.Ana)),
        _ => cohort.Token(cohort.Ask(form, SmallCohort.Pair.Id.Value, SmallCohort.Ana, form is FormKind.Pulse ? 1 : 0)),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
