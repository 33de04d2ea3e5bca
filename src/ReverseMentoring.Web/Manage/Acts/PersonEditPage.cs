using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;
using Fact = ReverseMentoring.Web.DesignSystem.Display.Fact;

namespace ReverseMentoring.Web.Manage.Acts;

/// <param name="Person">Who is corrected; null: somebody joins.</param>
/// <param name="Seen">The row's version, so that whoever has changed since is not written over.</param>
[Tells(Told.Command)]
public sealed record PersonEditModel(CohortContext Context, Person? Person, string Seen, FormState State)
{
    /// <summary>Somebody as they would join, before they do; null: that is not asked yet.</summary>
    public Person? Joining { get; init; }

    /// <summary>What a correction would change, before it is made; null: that is not asked yet.</summary>
    public CorrectionModel? Correction { get; init; }

    /// <summary>What they would get first; null: nothing before the cohort asks everybody.</summary>
    public MailKind? FirstMail => Context.State.Phase switch
    {
        PhaseNames.Preparation => null,
        PhaseNames.CallForTopics => MailKind.TopicsInvitation,
        _ => MailKind.OffersInvitation,
    };

    public bool CanChangeRole => Person is null || PersonEditor.CanChangeRole(Context.State);
}

/// <param name="Changes">What would be another of them, as it is and as it would be.</param>
[Tells(Told.Command)]
public sealed record CorrectionModel(IReadOnlyList<Fact> Changes, PreviewModel Preview);

/// <summary>Lets one person join, or corrects what the list says of one.</summary>
internal sealed class PersonEditPage(IStore store, PersonEditor editor, ActPreviews previews, CohortQueries cohortQueries)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<PersonEditPage>(
        Told.Command,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.People}/new", (HttpContext context, CohortId cohort, PageHandler pageHandler, PersonEditPage page) =>
                pageHandler.Open(context, cohort, page.ShowNew));
            routes.MapPost($"/{ManagerRoutes.People}/new", (HttpContext context, CohortId cohort, PageHandler pageHandler, PersonEditPage page) =>
                pageHandler.Open(context, cohort, page.Add)).LooksFirst();
            routes.MapGet($"/{ManagerRoutes.People}/{{person}}/edit", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonEditPage page) =>
                pageHandler.Open(context, cohort, cohortContext => page.Show(cohortContext, person))).IsAudited();
            routes.MapPost($"/{ManagerRoutes.People}/{{person}}/edit", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonEditPage page) =>
                pageHandler.Open(context, cohort, cohortContext => page.Edit(cohortContext, person))).LooksFirst();
        });

    private static readonly string[] Fields = ["name", "email", "role", "jobTitle", "department", "level", "managerEmail", "location", "timeZone", "language", "capacity"];

    public Task<FormResult> ShowNew(CohortContext context) => Task.FromResult<FormResult>(
        PeopleService.IsOpen(context.State)
            ? FormResult.ForPage<PersonEditView>(new PersonEditModel(context, null, "", FormState.Empty))
            : ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow"));

    public async Task<FormResult> Show(CohortContext context, PersonId id) => await Find(context, id) is { } stored
        ? FormResult.ForPage<PersonEditView>(new PersonEditModel(context, stored.Value, PersonEditor.VersionOf(stored.Value), FormState.FromValues(ValuesOf(stored.Value))))
        : ErrorPages.NotFound(context);

    public async Task<FormResult> Add(CohortContext context)
    {
        if (!PeopleService.IsOpen(context.State))
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        var (form, findings) = (await context.Request.ReadSentForm(context.Cancel), new Findings());
        if (FormLook.Asks(form))
        {
            return await editor.Preview(context.Standing, RowOf(form), findings, context.Cancel) is { } joining
                ? FormResult.ForPage<PersonEditView>(new PersonEditModel(context, null, "", FormState.FromValues(form)) { Joining = joining })
                : FormResult.ForPage<PersonEditView>(new PersonEditModel(context, null, "", StateOf(context, form, findings)), StatusCodes.Status422UnprocessableEntity);
        }

        var added = await editor.Add(context.Standing, RowOf(form), findings, context.Cancel);
        cohortQueries.Forget(context.Cohort.Id);
        return added is { } person
            ? new FormResult.SeeOther($"{context.Address($"{ManagerRoutes.People}/{person.Id}")}?done=Added")
            : FormResult.ForPage<PersonEditView>(new PersonEditModel(context, null, "", StateOf(context, form, findings)), StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<FormResult> Edit(CohortContext context, PersonId id)
    {
        if (await Find(context, id) is not { } stored)
        {
            return ErrorPages.NotFound(context);
        }

        var (form, findings) = (await context.Request.ReadSentForm(context.Cancel), new Findings());
        if (form["seen"] != PersonEditor.VersionOf(stored.Value))
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "Conflict");
        }

        if (FormLook.Asks(form))
        {
            return await editor.Preview(context.Standing, stored.Value, ChangeOf(form, stored.Value), findings, context.Cancel) is { } correction
                ? FormResult.ForPage<PersonEditView>(new PersonEditModel(context, stored.Value, PersonEditor.VersionOf(stored.Value), FormState.FromValues(form))
                {
                    Correction = await CorrectionOf(context, correction),
                })
                : Wrong(context, stored.Value, form, findings);
        }

        var edited = await editor.Edit(context.Standing, stored, ChangeOf(form, stored.Value), context.Who?.Id, findings, context.Cancel);
        cohortQueries.Forget(context.Cohort.Id);
        return edited is not null
            ? new FormResult.SeeOther($"{context.Address($"{ManagerRoutes.People}/{id}")}?done=Edited")
            : Wrong(context, stored.Value, form, findings);
    }

    private static FormResult Wrong(CohortContext context, Person person, IFormCollection form, Findings findings) => FormResult.ForPage<PersonEditView>(
        new PersonEditModel(context, person, PersonEditor.VersionOf(person), StateOf(context, form, findings)), StatusCodes.Status422UnprocessableEntity);

    private async Task<CorrectionModel> CorrectionOf(CohortContext context, PersonCorrection correction)
    {
        var people = await context.Rows.People();
        return new(CorrectedFields.Of(context, people, correction), await PreviewModel.Create(context, await previews.Correct(context.Standing, correction, context.Cancel)));
    }

    private async Task<Stored<Person>?> Find(CohortContext context, PersonId id) =>
        PersonIds.IsOne(id.Value) && context.State.Status is CycleStatus.Running or CycleStatus.Paused
        && await store.Read<Person>(Rows.Partition(context.Cohort.Id), Rows.Person + id, context.Cancel) is { Value.IsActive: true } stored ? stored : null;

    private static FormState StateOf(CohortContext context, IFormCollection form, Findings findings) => FormState.FromValues(
        form, [.. findings.Errors.Select(error => new FieldError(error.Where[(error.Where.LastIndexOf('.') + 1)..], FindingTexts.Say(context, error)))]);

    private static Dictionary<string, StringValues> ValuesOf(Person person) => new(StringComparer.Ordinal)
    {
        ["name"] = person.Name, ["email"] = person.Email, ["role"] = person.Role.ToString().ToLowerInvariant(), ["jobTitle"] = person.JobTitle ?? "",
        ["department"] = person.Department ?? "", ["level"] = person.Level.ToString(CultureInfo.InvariantCulture), ["managerEmail"] = "", ["location"] = person.Location ?? "",
        ["timeZone"] = person.TimeZone, ["language"] = person.Languages is [var first, ..] ? first : "", ["capacity"] = person.Capacity.ToString(CultureInfo.InvariantCulture),
    };

    private static PersonChange ChangeOf(IFormCollection form, Person person) => new()
    {
        Name = form["name"], Email = form["email"], Role = form["role"].ToString() is { Length: > 0 } role ? role : null, JobTitle = form["jobTitle"], Department = form["department"],
        Level = form["level"], ManagerEmail = form["noManager"] == "true" ? "" : form["managerEmail"].ToString() is { Length: > 0 } manager ? manager : null,
        Location = form["location"], TimeZone = form["timeZone"], Capacity = form["capacity"],
        Languages = form["language"].ToString() is { Length: > 0 } language ? [language, .. person.Languages.Where(other => other != language)] : null,
    };

    private static RosterRow RowOf(IFormCollection form)
    {
        var sent = Fields.ToDictionary(field => field, field => form[field].ToString() is { Length: > 0 } text ? text : null, StringComparer.Ordinal);
        return new(RosterPlace.InJson(0))
        {
            Name = sent["name"], Email = sent["email"], Role = sent["role"], JobTitle = sent["jobTitle"], Department = sent["department"], Level = sent["level"],
            ManagerEmail = sent["managerEmail"], Location = sent["location"], TimeZone = sent["timeZone"] ?? ZoneCities.OfPlace(sent["location"])?.Id, Capacity = sent["capacity"],
            Languages = sent["language"] is { } language ? [language] : [],
        };
    }
}
