using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts.Roster;
using ReverseMentoring.Core.Cohorts.Starting;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Fields;
using ReverseMentoring.Web.Manage.Frame;

namespace ReverseMentoring.Web.Manage.Starting;

/// <param name="Key">Names this start: pressed twice, it starts once.</param>
/// <param name="ReachesCalendars">The host is connected to Microsoft 365: calendars and the directory can be had.</param>
public sealed record StartSight(Desk Desk, FormState State, string Key, bool ReachesCalendars);

/// <summary>Starting a cohort by form: settings and file, then columns and findings, then the start. Only the last step stores anything.</summary>
internal sealed class StartPages(CohortPlanner planner, CohortStarter starter, DirectoryImport directory)
{
    public Task<Outcome> Show(Desk desk) => Task.FromResult<Outcome>(
        Outcome.Of<StartView>(new StartSight(desk, StartForm.Defaults(desk.Now), Guid.NewGuid().ToString("N"), directory.IsReached)));

    public async Task<Outcome> Preview(Desk desk)
    {
        var form = await Read(desk);
        if (form.Files["people"] is { Length: > 0 } file)
        {
            if (file.Length > Sheet.MostBytes)
            {
                return Trouble.Page(desk, StatusCodes.Status413PayloadTooLarge, "TooLarge");
            }

            using var content = new MemoryStream();
            await file.CopyToAsync(content, desk.Cancel);
            try
            {
                var sheet = Sheet.Read(content.ToArray());
                return await Look(desk, form, sheet, ColumnMapping.Guess(sheet));
            }
            catch (InvalidDataException)
            {
                return Again(desk, form, new FieldError("people", desk.Say("Start.NoCsv")));
            }
        }

        if (form["sheet"].ToString() is not { Length: > 0 } packed)
        {
            return Again(desk, form, new FieldError("people", desk.Say("Start.NoFile")));
        }

        var sent = Sheet.Unpack(packed);
        return await Look(desk, form, sent, ColumnMapping.Read(form, sent));
    }

    public async Task<Outcome> Start(Desk desk)
    {
        var form = await Read(desk);
        var sheet = Sheet.Unpack(form["sheet"].ToString());
        var columns = ColumnMapping.Read(form, sheet);
        var findings = new Findings();
        var key = form["key"].ToString() is { Length: 32 } sent && sent.All(char.IsAsciiHexDigit) ? sent : throw new InvalidDataException("The form has no key.");
        try
        {
            var started = await starter.Start(StartForm.Json(form), sheet.Write(columns), "form:" + key, findings, desk.Cancel);
            return started.Outcome switch
            {
                StartOutcome.Started => new Outcome.See($"{Places.Of(started.Cohort!)}?done=Started"),
                StartOutcome.KeyUsed => new Outcome.See(Places.Of(started.Cohort!)),
                _ => await Look(desk, form, sheet, columns),
            };
        }
        catch (CalendarException)
        {
            return Again(desk, form, new FieldError("directory", desk.Say("Start.DirectoryDown")));
        }
    }

    /// <summary>Errors in the settings lead back to them; those of the list are shown beside its rows.</summary>
    private async Task<Outcome.Page> Look(Desk desk, IFormCollection form, Sheet sheet, Dictionary<string, int> columns)
    {
        var findings = new Findings();
        CohortPlan? plan;
        try
        {
            plan = await planner.Plan(CohortReading.Read(StartForm.Json(form), sheet.Write(columns), findings), desk.Now, findings, desk.Cancel);
        }
        catch (CalendarException)
        {
            return Again(desk, form, new FieldError("directory", desk.Say("Start.DirectoryDown")));
        }

        var settings = findings.Errors.Where(error => !error.Where.StartsWith("people", StringComparison.Ordinal)).ToArray();
        return settings.Length > 0
            ? Again(desk, form, [.. settings.Select(error => new FieldError(StartForm.FieldOf(error.Where), FindingWords.Say(desk, error)))])
            : Outcome.Of<StartPreviewView>(
                new StartPreview(desk, FormState.Of(Kept(form)), sheet, columns, findings.Errors, findings.Warnings, plan),
                findings.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private Outcome.Page Again(Desk desk, IFormCollection form, params FieldError[] errors) => Outcome.Of<StartView>(
        new StartSight(desk, FormState.Of(form, errors), form["key"].ToString(), directory.IsReached), StatusCodes.Status422UnprocessableEntity);

    private static IEnumerable<KeyValuePair<string, StringValues>> Kept(IFormCollection form) => form.Where(field => StartForm.Fields.Contains(field.Key));

    private static async Task<IFormCollection> Read(Desk desk)
    {
        if (desk.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = 3 * Sheet.MostBytes;
        }

        desk.Context.Features.Set<IFormFeature>(new FormFeature(desk.Request, new FormOptions { ValueLengthLimit = 2 * Sheet.MostBytes }));
        return await desk.Request.ReadSentForm(desk.Cancel);
    }
}
