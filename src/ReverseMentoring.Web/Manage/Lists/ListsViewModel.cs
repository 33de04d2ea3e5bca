using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Files;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Exports;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Lists;

/// <summary>The lists that HR brings along: people as they are now, holidays of countries, pairs of earlier programmes.</summary>
/// <param name="EarlierPairs">How many pairs of the list count.</param>
/// <param name="Holidays">The form for them, with what was wrong with the last file.</param>
/// <param name="Pairs">The same for earlier pairs.</param>
/// <param name="People">The same for people.</param>
[Tells(Told.List)]
public sealed record ListsViewModel(
    CohortContext Context, IReadOnlyList<Holidays> Countries, int EarlierPairs, FormState Holidays, FormState Pairs, FormState People)
{
    /// <summary>What became of a list of people that has just come.</summary>
    public PeopleUpdated? Taken { get; init; }

    /// <summary>What can be had as a file: places of pages.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public bool TakesPeople => PeopleService.IsOpen(Context.State);
}

internal sealed class ListsPage(IStore store, HolidayService holidays, EarlierPairsService earlier, PeopleService people, CohortQueries cohortQueries)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ListsPage>(
        Told.List,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Lists}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ListsPage page) =>
                pageHandler.Open(context, cohort, page.Show));
            routes.MapPost($"/{ManagerRoutes.Lists}/holidays", (HttpContext context, CohortId cohort, PageHandler pageHandler, ListsPage page) =>
                pageHandler.Open(context, cohort, page.TakeHolidays));
            routes.MapPost($"/{ManagerRoutes.Lists}/people", (HttpContext context, CohortId cohort, PageHandler pageHandler, ListsPage page) =>
                pageHandler.Open(context, cohort, page.TakePeople));
            routes.MapPost($"/{ManagerRoutes.Lists}/earlier-pairs", (HttpContext context, CohortId cohort, PageHandler pageHandler, ListsPage page) =>
                pageHandler.Open(context, cohort, page.TakeEarlierPairs));
        },
        menu: ManagerRoutes.Lists);

    /// <summary>Mistakes of one file that are shown; who mends these sees the next.</summary>
    private const int MostErrors = 20;

    public async Task<FormResult> Show(CohortContext context) =>
        context.State.Status is CycleStatus.Erased ? ErrorPages.Erased(context) : FormResult.ForPage<ListsView>(await LoadModel(context));

    public async Task<FormResult> TakeHolidays(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        var country = form["country"].ToString().Trim();
        var errors = new List<FieldError>();
        if (Holidays.Slug(country).Length == 0)
        {
            errors.Add(new("country", context.Say("Lists.NoCountry")));
        }

        if (await File(context, form, "holidays", errors) is { } file && errors.Count == 0)
        {
            var read = await holidays.TakeFile(context.Cohort, country, Encoding.UTF8.GetString(file), context.Cancel);
            errors.AddRange(read.Problems.Take(MostErrors).Select(problem =>
                new FieldError("holidays", context.Say("Lists.Line", ("line", context.Number(problem.Line)), ("problem", problem.Problem)))));
        }

        return errors.Count == 0
            ? new FormResult.SeeOther($"{context.Address(ManagerRoutes.Lists)}?done=Holidays")
            : FormResult.ForPage<ListsView>(await LoadModel(context) with { Holidays = FormState.FromValues(form, errors) }, 422);
    }

    public async Task<FormResult> TakeEarlierPairs(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        var errors = new List<FieldError>();
        if (await File(context, form, "pairs", errors) is { } file)
        {
            var findings = new Findings();
            await earlier.TakeList(context.Cohort.Id, file, findings, context.Cancel);
            errors.AddRange(Shown(context, "pairs", findings));
        }

        return errors.Count == 0
            ? new FormResult.SeeOther($"{context.Address(ManagerRoutes.Lists)}?done=EarlierPairs")
            : FormResult.ForPage<ListsView>(await LoadModel(context) with { Pairs = FormState.FromValues(form, errors) }, 422);
    }

    public async Task<FormResult> TakePeople(CohortContext context)
    {
        if (!PeopleService.IsOpen(context.State))
        {
            return ErrorPages.Page(context, 409, "NotNow");
        }

        var form = await context.Request.ReadSentForm(context.Cancel);
        var errors = new List<FieldError>();
        PeopleUpdated? taken = null;
        if (await File(context, form, "people", errors) is { } file)
        {
            var findings = new Findings();
            var rows = PeopleCsv.Parse(file, findings, context.Cohort.Settings.Directory);
            try
            {
                taken = await people.UpdateList(context.Standing, rows, context.Who?.Id, findings, context.Cancel);
            }
            catch (CalendarException)
            {
                errors.Add(new("people", context.Say("Start.DirectoryDown")));
            }

            errors.AddRange(Shown(context, "people", findings));
        }

        cohortQueries.Forget(context.Cohort.Id);
        return taken is null
            ? FormResult.ForPage<ListsView>(await LoadModel(context) with { People = FormState.FromValues(form, errors) }, 422)
            : FormResult.ForPage<ListsView>(await LoadModel(context) with { Taken = taken });
    }

    private static IEnumerable<FieldError> Shown(ManagerContext context, string field, Findings findings) =>
        findings.Errors.Take(MostErrors).Select(error => new FieldError(field, $"{error.Where}{context.Localizer.Colon} {FindingTexts.Say(context, error)}"));

    private static async Task<byte[]?> File(CohortContext context, Microsoft.AspNetCore.Http.IFormCollection form, string name, List<FieldError> errors)
    {
        if (form.Files[name] is not { Length: > 0 } file)
        {
            errors.Add(new(name, context.Say("Lists.NoFile")));
            return null;
        }

        if (file.Length > SentFile.MostBytes)
        {
            errors.Add(new(name, context.Say("Lists.TooLarge")));
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, context.Cancel);
        return content.ToArray();
    }

    private async Task<ListsViewModel> LoadModel(CohortContext context) => new(
        context,
        await store.Query<Holidays>(Rows.Partition(context.Cohort.Id), KeyRange.Prefix(Rows.Holidays), context.Cancel)
            .Select(row => row.Value).ToListAsync(context.Cancel),
        await earlier.Count(context.Cohort.Id, context.Cancel),
        FormState.Empty, FormState.Empty, FormState.Empty)
    {
        // Of single sessions works council mode shows nothing.
        Files = [.. ExportCatalogue.Names.Where(name => !context.IsCouncilMode || name != ManagerRoutes.Sessions)],
    };
}
