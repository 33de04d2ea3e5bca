using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Overview;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Settings;

/// <param name="Open">What can be changed as the cohort stands.</param>
/// <param name="Locked">What can't, with what it says.</param>
[Tells(Told.Aggregate)]
public sealed record SettingsViewModel(CohortContext Context, FormState State, IReadOnlyList<SettingDeclaration> Open, IReadOnlyList<(SettingDeclaration Setting, JsonNode? Value)> Locked);

/// <summary>What changes of settings would come to, before they are stored.</summary>
/// <param name="Sent">All fields of the form, to be sent again.</param>
/// <param name="Warnings">What does not stand in the way, but may not be as meant.</param>
/// <param name="Before">When phases begin as things stand, and with the changes.</param>
[Tells(Told.Aggregate)]
public sealed record SettingsPreview(
    CohortContext Context, IReadOnlyList<SettingChange> Changes, IReadOnlyList<Finding> Warnings, IReadOnlyDictionary<string, string> Sent, IReadOnlyDictionary<string, DateTimeOffset> Before,
    IReadOnlyDictionary<string, DateTimeOffset> After);

/// <summary>A cohort's settings, and changes of them: first what they would change, then the change.</summary>
internal sealed class SettingsPage(SettingsChanger changer, CohortGlances glances, CohortQueries cohortQueries, DirectoryImport directory)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<SettingsPage>(
        Told.Aggregate,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Settings}", (HttpContext context, CohortId cohort, PageHandler pageHandler, SettingsPage page) => pageHandler.Open(context, cohort, page.Show));
            routes.MapPost($"/{ManagerRoutes.Settings}/preview", (HttpContext context, CohortId cohort, PageHandler pageHandler, SettingsPage page) => pageHandler.Open(context, cohort, page.Preview));
            routes.MapPost($"/{ManagerRoutes.Settings}", (HttpContext context, CohortId cohort, PageHandler pageHandler, SettingsPage page) => pageHandler.Open(context, cohort, page.Change));
        },
        menu: ManagerRoutes.Settings);

    public Task<FormResult> Show(CohortContext context) => Task.FromResult<FormResult>(
        context.State.Status is CycleStatus.Erased ? ErrorPages.Erased(context) : View(context, SettingForm.StateOf(SettingValues.Of(context.Cohort.Settings))));

    public async Task<FormResult> Preview(CohortContext context)
    {
        var (form, changed, refused) = await Read(context);
        if (changed is null)
        {
            return refused!;
        }

        var (open, answered) = (await context.Rows.Open(context.State.Phase), await context.Rows.Answered(context.State.Phase));
        var asked = open.Items.Concat(answered.Items).Select(ask => ask.AskedAt);
        var (before, after) = (await glances.Look(context.Standing, context.Cancel), context.Cohort with { Settings = changed.Settings });
        var then = Schedule.Estimate(after, context.State, before.Standing, asked, context.Now);
        return FormResult.ForPage<SettingsPreviewView>(new SettingsPreview(
            context, changed.Changes, changed.Warnings, form.Where(field => field.Key is not "stage").ToDictionary(field => field.Key, field => field.Value.ToString()), before.Schedule.Begins, then.Begins));
    }

    public async Task<FormResult> Change(CohortContext context)
    {
        var (form, changed, refused) = await Read(context);
        if (changed is null)
        {
            return refused!;
        }

        if (CommandPost.StageOf(form) is { } stage && stage != context.State.Stage)
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        if (changed.Changes.Count > 0)
        {
            await changer.Give(context.Standing, changed, context.Cancel);
            cohortQueries.Forget(context.Cohort.Id);
        }

        return new FormResult.SeeOther($"{context.Address(ManagerRoutes.Settings)}?done={CommandKind.Change}");
    }

    private async Task<(IFormCollection Form, ChangedSettings? Changed, FormResult? Refused)> Read(CohortContext context)
    {
        var (form, findings) = (WeeksForm.Fold(await context.Request.ReadSentForm(context.Cancel)), new Findings());
        if (context.State.Status is CycleStatus.Cancelled or CycleStatus.Erased)
        {
            return (form, null, ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow"));
        }

        // A field that says what a default says is no change, even where nobody had said it.
        var now = SettingValues.Of(context.Cohort.Settings);
        var sent = SettingForm.Read(form).Where(one => SettingCatalogue.Find(one.Key) is { } setting && IsAnother(setting, now, one.Value)).ToDictionary();
        return await changer.Check(context.Standing, sent, findings, context.Cancel) is { } changed
            ? (form, changed, null)
            : (form, null, View(context, FormState.FromValues(form, SettingForm.ErrorsOf(context, findings, _ => "name")), StatusCodes.Status422UnprocessableEntity));
    }

    private static bool IsAnother(SettingDeclaration setting, JsonObject now, JsonNode? sent)
    {
        var before = SettingTexts.WithDefault(setting, SettingValues.Read(now, setting.Path));
        return SettingText.Write(setting, before) != SettingText.Write(setting, sent);
    }

    private FormResult.Page View(CohortContext context, FormState state, int status = StatusCodes.Status200OK)
    {
        var values = SettingValues.Of(context.Cohort.Settings);
        var shown = SettingCatalogue.All.Where(setting => directory.IsReached || !setting.NeedsMicrosoft365)
            .ToArray();
        return FormResult.ForPage<SettingsView>(
            new SettingsViewModel(
                context, state, [.. shown.Where(setting => setting.IsOpenIn(context.State))],
                [.. shown.Where(setting => !setting.IsOpenIn(context.State)).Select(setting => (setting, SettingTexts.WithDefault(setting, SettingValues.Read(values, setting.Path))))]),
            status);
    }
}
