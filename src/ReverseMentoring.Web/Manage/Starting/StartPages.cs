using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Forecasts;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Settings;

namespace ReverseMentoring.Web.Manage.Starting;

/// <param name="Key">Names this start: pressed twice, it starts once.</param>
/// <param name="ReachesCalendars">The host is connected to Microsoft 365: calendars and the directory can be had.</param>
/// <param name="Saved">Settings that were kept, to begin with.</param>
[Tells(Told.Aggregate)]
public sealed record StartViewModel(ManagerContext Context, FormState State, string Key, bool ReachesCalendars, IReadOnlyList<SettingsTemplate> Saved)
{
    /// <summary>The cohort that this one is made from; null: from none.</summary>
    public Cohort? After { get; init; }

    /// <summary>Its people, as far as they are known.</summary>
    [Tells(Told.List)]
    public PeopleSheet? People { get; init; }
}

/// <summary>Starting a cohort by form: settings and file, then columns and findings, then the start. Only the last step stores anything.</summary>
internal sealed class StartPages(
    CohortPlanner planner, CohortStarter starter, ForecastService forecasts, DirectoryImport directory, SettingsTemplates templates, CohortSuccession succession, CohortService cohorts)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<StartPages>(
        Told.List,
        routes =>
        {
            routes.MapGet("/new", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Show));
            routes.MapPost("/new/preview", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Preview));
            routes.MapPost("/new/save", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Save));
            routes.MapPost("/new/forget", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Forget));
            routes.MapPost("/new/start", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Start));
        },
        menu: "new",
        role: ManagerRole.Administrator);

    public async Task<FormResult> Show(ManagerContext context)
    {
        var key = Guid.NewGuid().ToString("N");
        if (await FindOld(context, context.Request.Query[StartForm.After]) is not { } old)
        {
            return FormResult.ForPage<StartView>(
                await View(context, SettingForm.StateOf(await templates.Find(context.Request.Query["from"].ToString(), context.Cancel) ?? StartForm.Defaults(context.Now)), key));
        }

        var people = await succession.PeopleFrom(old.Id, context.Cancel);
        return FormResult.ForPage<StartView>(await View(context, SettingForm.StateOf(await succession.SettingsFrom(old, StartDays.Propose(context.Now), context.Cancel)), key) with
        {
            After = old, People = people.Count > 0 ? new(PeopleCsv.Columns, people) : null,
        });
    }

    private async Task<Cohort?> FindOld(ManagerContext context, StringValues id) =>
        id.ToString() is { Length: > 0 } named && context.Who?.Sees(named) is true ? (await cohorts.Find(new(named), context.Cancel))?.Cohort : null;

    /// <summary>Keeps the settings, and nothing of the list of people.</summary>
    public async Task<FormResult> Save(ManagerContext context)
    {
        var (form, findings) = (await ReadForm(context), new Findings());
        var name = form["name"].ToString().Trim();
        if (name.Length is 0 or > SettingsTemplates.LongestName)
        {
            return await Again(context, form, new FieldError("name", context.Say("Start.SaveNeedsName")));
        }

        var settings = StartForm.Defaults(context.Now);
        foreach (var (path, value) in SettingForm.Read(form))
        {
            SettingValues.Write(settings, path, value);
        }

        await templates.Save(name, settings, context.Cancel);
        return new FormResult.SeeOther($"{ManagerRoutes.New}?done=Saved");
    }

    public async Task<FormResult> Forget(ManagerContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        await templates.Delete(form["template"].ToString(), context.Cancel);
        return new FormResult.SeeOther($"{ManagerRoutes.New}?done=Forgotten");
    }

    private async Task<StartViewModel> View(ManagerContext context, FormState state, string key) =>
        new(context, state, key, directory.IsReached, await templates.All(context.Cancel).ToListAsync(context.Cancel));

    public async Task<FormResult> Preview(ManagerContext context)
    {
        var form = await ReadForm(context);
        if (form.Files["people"] is { Length: > 0 } file)
        {
            if (file.Length > PeopleSheet.MostBytes)
            {
                return ErrorPages.Page(context, StatusCodes.Status413PayloadTooLarge, "TooLarge");
            }

            using var content = new MemoryStream();
            await file.CopyToAsync(content, context.Cancel);
            try
            {
                var peopleSheet = PeopleSheet.Parse(content.ToArray());
                return await Preview(context, form, peopleSheet, ColumnMapping.Guess(peopleSheet));
            }
            catch (InvalidDataException)
            {
                return await Again(context, form, new FieldError("people", context.Say("Start.NoCsv")));
            }
        }

        if (form["sheet"].ToString() is not { Length: > 0 } packed)
        {
            // Where people come by themselves nobody has to be on a list.
            if (form["openCall"] == "true")
            {
                var nobody = new PeopleSheet([.. PeopleCsv.Columns.Take(3)], []);
                return await Preview(context, form, nobody, ColumnMapping.Guess(nobody));
            }

            return await Again(context, form, new FieldError("people", context.Say("Start.NoFile")));
        }

        var sent = PeopleSheet.Unpack(packed);
        var columns = ColumnMapping.ReadMapping(form, sent);
        return await Preview(context, form, sent, columns.Count > 0 ? columns : ColumnMapping.Guess(sent));
    }

    public async Task<FormResult> Start(ManagerContext context)
    {
        var form = await ReadForm(context);
        var peopleSheet = PeopleSheet.Unpack(form["sheet"].ToString());
        var columns = ColumnMapping.ReadMapping(form, peopleSheet);
        var findings = new Findings();
        var key = form["key"].ToString() is { Length: 32 } sent && sent.All(char.IsAsciiHexDigit) ? sent : throw new InvalidDataException("The form has no key.");
        try
        {
            var started = await starter.Start(StartForm.Json(form, context.Now), peopleSheet.Write(columns), "form:" + key, findings, context.Cancel);
            if (started is { Outcome: StartOutcome.Started, Cohort: { } begun } && await FindOld(context, form[StartForm.After]) is { } old)
            {
                await succession.Carry(old.Id, begun, context.Cancel);
            }

            return started.Outcome switch
            {
                StartOutcome.Started => new FormResult.SeeOther($"{ManagerRoutes.CohortPage(started.Cohort!.Value)}?done=Started"),
                StartOutcome.KeyUsed => new FormResult.SeeOther(ManagerRoutes.CohortPage(started.Cohort!.Value)),
                _ => await Preview(context, form, peopleSheet, columns),
            };
        }
        catch (CalendarException)
        {
            return await Again(context, form, new FieldError("directory", context.Say("Start.DirectoryDown")));
        }
    }

    /// <summary>Errors in the settings lead back to them; those of the list are shown beside its rows.</summary>
    private async Task<FormResult.Page> Preview(ManagerContext context, IFormCollection form, PeopleSheet peopleSheet, Dictionary<string, int> columns)
    {
        var findings = new Findings();
        var (sent, trial, tried) = ((Cohort: StartForm.Json(form, context.Now), People: (byte[]?)peopleSheet.Write(columns)), TrialForm.Read(name => form[name].ToString()), new Findings());
        CohortPlan? plan;
        ComparedForecast? forecast = null;
        try
        {
            plan = await planner.Plan(CohortReaderFromJson.ReadCohort(sent.Cohort, sent.People, findings), context.Now, findings, context.Cancel);
            if (plan is not null)
            {
                forecast = await forecasts.OfPlan(sent, plan, trial.Trial, tried, cancel: context.Cancel)
                    ?? (tried.Errors.Count > 0 ? await forecasts.OfPlan(sent, plan, null, new(), cancel: context.Cancel) : null);
            }
        }
        catch (CalendarException)
        {
            return await Again(context, form, new FieldError("directory", context.Say("Start.DirectoryDown")));
        }

        var settings = findings.Errors.Where(error => !error.Where.StartsWith("people", StringComparison.Ordinal)).ToArray();
        return settings.Length > 0
            ? await Again(context, form, SettingForm.ErrorsOf(context, findings, where => where.StartsWith("people", StringComparison.Ordinal) ? "people" : "name"))
            : FormResult.ForPage<StartPreviewView>(
                new StartPreview(context, FormState.FromValues(Kept(form)), peopleSheet, columns, findings.Errors, findings.Warnings, plan, plan is null ? [] : CycleDay.CalendarOf(plan, context.Now)) { Forecast = forecast, Trial = trial.With(context, tried) },
                findings.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<FormResult.Page> Again(ManagerContext context, IFormCollection form, params FieldError[] errors) => FormResult.ForPage<StartView>(
        await View(context, FormState.FromValues(form, errors), form["key"].ToString()) with
        {
            After = await FindOld(context, form[StartForm.After]), People = form["sheet"].ToString() is { Length: > 0 } packed ? PeopleSheet.Unpack(packed) : null,
        },
        StatusCodes.Status422UnprocessableEntity);

    private static IEnumerable<KeyValuePair<string, StringValues>> Kept(IFormCollection form) => form.Where(field => StartForm.IsKept(field.Key));

    private static async Task<IFormCollection> ReadForm(ManagerContext context)
    {
        if (context.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = 3 * PeopleSheet.MostBytes;
        }

        context.Context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { ValueLengthLimit = 2 * PeopleSheet.MostBytes }));
        return await context.Request.ReadSentForm(context.Cancel);
    }
}
