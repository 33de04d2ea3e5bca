using System.Text;
using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cohorts.Starting;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Cohorts.Roster;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Fields;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;
using ReverseMentoring.Web.Manage.Starting;

namespace ReverseMentoring.Web.Manage.Lists;

/// <summary>The lists that HR brings along: people as they are now, holidays of countries, pairs of earlier programmes.</summary>
/// <param name="EarlierPairs">How many pairs of the list count.</param>
/// <param name="Holidays">The form for them, with what was wrong with the last file.</param>
/// <param name="Pairs">The same for earlier pairs.</param>
/// <param name="People">The same for people.</param>
public sealed record ListsSight(
    DeskAtCohort Desk, IReadOnlyList<Holidays> Countries, int EarlierPairs, FormState Holidays, FormState Pairs, FormState People)
{
    /// <summary>What became of a list of people that has just come.</summary>
    public PeopleTaken? Taken { get; init; }

    public bool TakesPeople => PeopleDesk.IsOpen(Desk.State);
}

internal sealed class ListsPage(IStore store, HolidayDesk holidays, EarlierPairsDesk earlier, PeopleDesk people, Readings readings)
{
    /// <summary>Mistakes of one file that are shown; who mends these sees the next.</summary>
    private const int MostErrors = 20;

    public async Task<Outcome> Show(DeskAtCohort desk) =>
        desk.State.Status is CycleStatus.Erased ? Trouble.Erased(desk) : Outcome.Of<ListsView>(await Sight(desk));

    public async Task<Outcome> TakeHolidays(DeskAtCohort desk)
    {
        var form = await desk.Request.ReadSentForm(desk.Cancel);
        var country = form["country"].ToString().Trim();
        var errors = new List<FieldError>();
        if (Holidays.Slug(country).Length == 0)
        {
            errors.Add(new("country", desk.Say("Lists.NoCountry")));
        }

        if (await File(desk, form, "holidays", errors) is { } file && errors.Count == 0)
        {
            var read = await holidays.Take(desk.Cohort, country, Encoding.UTF8.GetString(file), desk.Cancel);
            errors.AddRange(read.Problems.Take(MostErrors).Select(problem =>
                new FieldError("holidays", desk.Say("Lists.Line", ("line", desk.Number(problem.Line)), ("problem", problem.Problem)))));
        }

        return errors.Count == 0
            ? new Outcome.See($"{desk.Address(Places.Lists)}?done=Holidays")
            : Outcome.Of<ListsView>(await Sight(desk) with { Holidays = FormState.Of(form, errors) }, 422);
    }

    public async Task<Outcome> TakeEarlierPairs(DeskAtCohort desk)
    {
        var form = await desk.Request.ReadSentForm(desk.Cancel);
        var errors = new List<FieldError>();
        if (await File(desk, form, "pairs", errors) is { } file)
        {
            var findings = new Findings();
            await earlier.Take(desk.Cohort.Id, file, findings, desk.Cancel);
            errors.AddRange(Shown(desk, "pairs", findings));
        }

        return errors.Count == 0
            ? new Outcome.See($"{desk.Address(Places.Lists)}?done=EarlierPairs")
            : Outcome.Of<ListsView>(await Sight(desk) with { Pairs = FormState.Of(form, errors) }, 422);
    }

    public async Task<Outcome> TakePeople(DeskAtCohort desk)
    {
        if (!PeopleDesk.IsOpen(desk.State))
        {
            return Trouble.Page(desk, 409, "NotNow");
        }

        var form = await desk.Request.ReadSentForm(desk.Cancel);
        var errors = new List<FieldError>();
        PeopleTaken? taken = null;
        if (await File(desk, form, "people", errors) is { } file)
        {
            var findings = new Findings();
            var rows = PeopleCsv.Read(file, findings, desk.Cohort.Settings.Directory);
            try
            {
                taken = await people.Take(desk.Standing, rows, findings, desk.Cancel);
            }
            catch (CalendarException)
            {
                errors.Add(new("people", desk.Say("Start.DirectoryDown")));
            }

            errors.AddRange(Shown(desk, "people", findings));
        }

        readings.Forget(desk.Cohort.Id);
        return taken is null
            ? Outcome.Of<ListsView>(await Sight(desk) with { People = FormState.Of(form, errors) }, 422)
            : Outcome.Of<ListsView>(await Sight(desk) with { Taken = taken });
    }

    private static IEnumerable<FieldError> Shown(Desk desk, string field, Findings findings) =>
        findings.Errors.Take(MostErrors).Select(error => new FieldError(field, $"{error.Where}: {FindingWords.Say(desk, error)}"));

    private static async Task<byte[]?> File(DeskAtCohort desk, Microsoft.AspNetCore.Http.IFormCollection form, string name, List<FieldError> errors)
    {
        if (form.Files[name] is not { Length: > 0 } file)
        {
            errors.Add(new(name, desk.Say("Lists.NoFile")));
            return null;
        }

        if (file.Length > SentFile.MostBytes)
        {
            errors.Add(new(name, desk.Say("Lists.TooLarge")));
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, desk.Cancel);
        return content.ToArray();
    }

    private async Task<ListsSight> Sight(DeskAtCohort desk) => new(
        desk,
        await store.Query<Holidays>(Rows.Partition(desk.Cohort.Id), KeyRange.Prefix(Rows.Holidays), desk.Cancel)
            .Select(row => row.Value).ToListAsync(desk.Cancel),
        await earlier.Count(desk.Cohort.Id, desk.Cancel),
        FormState.Empty, FormState.Empty, FormState.Empty);
}
