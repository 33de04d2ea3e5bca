using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Enrolment.Checking;
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

/// <summary>Starting a cohort by form: settings and file, then columns and findings, then the start. Only the last step stores anything.</summary>
internal sealed class StartPages(CohortPlanner planner, CohortStarter starter, ForecastService forecasts, StartViews views, StartDrafts drafts)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<StartPages>(
        Told.List,
        routes =>
        {
            routes.MapGet("/new", (HttpContext context, PageHandler pageHandler, StartViews first) => pageHandler.Open(context, first.Show));
            routes.MapPost("/new/preview", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Preview));
            routes.MapPost("/new/save", (HttpContext context, PageHandler pageHandler, StartSaving saving) => pageHandler.Open(context, saving.SaveTemplate));
            routes.MapPost("/new/draft", (HttpContext context, PageHandler pageHandler, StartSaving saving) => pageHandler.Open(context, saving.SaveDraft));
            routes.MapPost("/new/forget", (HttpContext context, PageHandler pageHandler, StartSaving saving) => pageHandler.Open(context, saving.Forget));
            routes.MapPost("/new/start", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Start));
        },
        menu: "new",
        role: ManagerRole.Administrator);

    public async Task<FormResult> Preview(ManagerContext context)
    {
        var form = await StartForm.ReadForm(context);
        if (SentSheet.IsTooLarge(form))
        {
            return ErrorPages.Page(context, StatusCodes.Status413PayloadTooLarge, "TooLarge");
        }

        PeopleSheet? sent;
        try
        {
            sent = await SentSheet.Read(form, context.Cancel);
        }
        catch (InvalidDataException)
        {
            return await views.Again(context, form, new FieldError("people", context.Say("Start.NoCsv")));
        }

        // Where people come by themselves nobody has to be on a list.
        sent ??= form["openCall"] == "true" ? new([.. PeopleCsv.Columns.Take(3)], []) : null;
        if (sent is null)
        {
            return await views.Again(context, form, new FieldError("people", context.Say("Start.NoFile")));
        }

        return await Preview(context, form, sent, ColumnMapping.ChosenOrGuessed(form, sent));
    }

    public async Task<FormResult> Start(ManagerContext context)
    {
        var form = await StartForm.ReadForm(context);
        var peopleSheet = PeopleSheet.Unpack(form[SentSheet.Field].ToString());

        // Where there is no list nobody was asked about its columns.
        var columns = peopleSheet.Rows.Count == 0 ? ColumnMapping.Guess(peopleSheet) : ColumnMapping.ReadMapping(form, peopleSheet);
        var findings = new Findings();
        var key = form["key"].ToString() is { Length: 32 } sent && sent.All(char.IsAsciiHexDigit) ? sent : throw new InvalidDataException("The form has no key.");
        try
        {
            var started = await starter.Start(StartForm.Json(context, form, peopleSheet.Rows.Count), peopleSheet.Write(columns), "form:" + key, findings, context.Cancel);
            if (started is { Outcome: StartOutcome.Started, Cohort: { } begun })
            {
                await views.Carry(context, form[StartForm.After], begun);

                // What has begun is no draft any more: its people are the cohort's now.
                await drafts.Delete(form[StartForm.Draft].ToString(), context.Cancel);
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
            return await views.Again(context, form, new FieldError("directory", context.Say("Start.DirectoryDown")));
        }
    }

    /// <summary>Errors in the settings lead back to them; those of the list are shown beside its rows.</summary>
    private async Task<FormResult.Page> Preview(ManagerContext context, IFormCollection form, PeopleSheet peopleSheet, Dictionary<string, int> columns)
    {
        var findings = new Findings();
        var (sent, trial, tried) = ((Cohort: StartForm.Json(context, form, peopleSheet.Rows.Count), People: (byte[]?)peopleSheet.Write(columns)), TrialForm.Read(name => form[name].ToString()), new Findings());
        CohortPlan? plan;
        ComparedForecast? forecast = null;
        try
        {
            plan = await planner.Plan(CohortReaderFromJson.ReadCohort(sent.Cohort, sent.People, findings), context.Now, findings, context.Cancel);
            if (plan is not null)
            {
                forecast = await forecasts.OfPlan(sent, plan, trial.Read(tried), tried, cancel: context.Cancel)
                    ?? (tried.Errors.Count > 0 ? await forecasts.OfPlan(sent, plan, [], new(), cancel: context.Cancel) : null);
            }
        }
        catch (CalendarException)
        {
            return await views.Again(context, form, peopleSheet, new FieldError("directory", context.Say("Start.DirectoryDown")));
        }

        var settings = findings.Errors.Where(error => !error.Where.StartsWith("people", StringComparison.Ordinal)).ToArray();
        return settings.Length > 0
            ? await views.Again(context, form, peopleSheet, SettingForm.ErrorsOf(context, findings, where => where.StartsWith("people", StringComparison.Ordinal) ? "people" : "name"))
            : FormResult.ForPage<StartPreviewView>(
                new StartPreview(context, FormState.FromValues(Kept(form)), peopleSheet, columns, findings.Errors, findings.Warnings, plan, plan is null ? [] : CycleDay.CalendarOf(plan, context.Now)) { Forecast = forecast, Trial = trial.With(context, tried) },
                findings.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> Kept(IFormCollection form) => form.Where(field => StartForm.IsKept(field.Key));
}
