using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Participants;

/// <summary>Stores what the manager said about one person, then wakes the cohort: it is applied at its next step.</summary>
internal sealed class PersonPost(PersonService people, ParticipationService participation, CorrectionService corrections, IStore store, CohortQueries cohortQueries)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<PersonPost>(
        Told.Command,
        routes => routes.MapPost($"/{ManagerRoutes.People}/{{person}}", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonPost post) =>
            pageHandler.Open(context, cohort, cohortContext => post.HandlePost(cohortContext, person))));

    public async Task<FormResult> HandlePost(CohortContext context, PersonId id)
    {
        if (await store.FindTold(Rows.Partition(context.Cohort.Id), id, context.Cancel) is not { Value: var person } stored)
        {
            return ErrorPages.NotFound(context);
        }

        if (!person.IsActive || context.IsOver)
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        var form = await context.Request.ReadSentForm(context.Cancel);
        if (form["kind"] == "Resume")
        {
            await people.Resume(context.Cohort.Id, id, context.Cancel);
            return Done(context, id, "PersonBack");
        }

        if (form["kind"] == "Links")
        {
            await participation.RenewLinks(context.Cohort.Id, id, context.Cancel);
            return Done(context, id, "LinksRenewed");
        }

        if (form["kind"] == "TakeOver")
        {
            return await corrections.TakeOver(context.Standing, stored, form["seen"].ToString(), context.Who?.Id, new(), context.Cancel)
                ? Done(context, id, "CorrectionTaken")
                : ErrorPages.Page(context, StatusCodes.Status409Conflict, "Conflict");
        }

        if (form["kind"] == "LetBe")
        {
            await corrections.LetBe(context.Cohort.Id, id, context.Cancel);
            return Done(context, id, "CorrectionLetBe");
        }

        var today = person.ZoneAt(context.Now).DateAt(context.Now);
        if (!DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            || last < today || last > today.AddDays(PersonService.LongestPause))
        {
            return ErrorPages.Page(context, StatusCodes.Status422UnprocessableEntity, "NoDay");
        }

        await people.Pause(context.Cohort.Id, id, last, context.Cancel);
        return Done(context, id, "PersonPaused");
    }

    private FormResult.SeeOther Done(CohortContext context, PersonId person, string what)
    {
        cohortQueries.Forget(context.Cohort.Id);
        return new($"{context.Address($"{ManagerRoutes.People}/{person}")}?done={what}");
    }
}
