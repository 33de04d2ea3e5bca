using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Settings;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>The first step of a start: empty, from a template, from a draft with its people, from the cohort before, or once more with what was wrong.</summary>
internal sealed class StartViews(DirectoryImport directory, SettingsTemplates templates, StartDrafts drafts, CohortSuccession succession, CohortService cohorts, ProgrammeOptions options)
{
    public async Task<FormResult> Show(ManagerContext context)
    {
        var (key, query) = (Guid.NewGuid().ToString("N"), context.Request.Query);
        if (await FindOld(context, query[StartForm.After]) is { } old)
        {
            var people = await succession.PeopleFrom(old.Id, context.Cancel);
            return FormResult.ForPage<StartView>(await View(context, SettingForm.StateOf(await succession.SettingsFrom(old, StartForm.Propose(context.Now), context.Cancel)), key) with
            {
                After = old, People = people.Count > 0 ? new(PeopleCsv.Columns, people) : null,
            });
        }

        if (await drafts.Find(query[StartForm.Draft].ToString(), context.Cancel) is { } draft)
        {
            return FormResult.ForPage<StartView>(await View(context, SettingForm.StateOf(draft.Settings), key) with
            {
                Draft = draft, People = draft.People > 0 ? new(draft.Header, await drafts.ReadList(draft, context.Cancel)) : null,
            });
        }

        return FormResult.ForPage<StartView>(await View(context, SettingForm.StateOf(await templates.Find(query["from"].ToString(), context.Cancel) ?? StartForm.Defaults(context.Now)), key));
    }

    /// <summary>With what was sent, and what is wrong with it.</summary>
    public Task<FormResult.Page> Again(ManagerContext context, IFormCollection form, params FieldError[] errors) => Again(context, form, SentSheet.Carried(form), errors);

    /// <summary>The same with a list that has been read, which then goes along: a browser sends a file only once.</summary>
    public async Task<FormResult.Page> Again(ManagerContext context, IFormCollection form, PeopleSheet? people, params FieldError[] errors) => FormResult.ForPage<StartView>(
        await View(context, FormState.FromValues(form, errors), form["key"].ToString()) with
        {
            After = await FindOld(context, form[StartForm.After]),
            Draft = await drafts.Find(form[StartForm.Draft].ToString(), context.Cancel),
            People = people is { Rows.Count: > 0 } ? people : null,
        },
        StatusCodes.Status422UnprocessableEntity);

    /// <summary>What a cohort that is made from another takes over from it once it has begun.</summary>
    public async Task Carry(ManagerContext context, StringValues from, CohortId begun)
    {
        if (await FindOld(context, from) is { } old)
        {
            await succession.Carry(old.Id, begun, context.Cancel);
        }
    }

    private async Task<Cohort?> FindOld(ManagerContext context, StringValues id) =>
        id.ToString() is { Length: > 0 } named && context.Who?.Sees(named) is true ? (await cohorts.Find(new(named), context.Cancel))?.Cohort : null;

    private async Task<StartViewModel> View(ManagerContext context, FormState state, string key) => new(
        context, state, key, directory.IsReached, await templates.All(context.Cancel).ToListAsync(context.Cancel), await drafts.All(context.Cancel).ToListAsync(context.Cancel))
    {
        Known =
        [
            .. options.Manager is null ? [] : new[] { "contacts.manager." },
            .. options.Trusted is null ? [] : new[] { "contacts.trusted." },
        ],
    };
}
