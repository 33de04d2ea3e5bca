using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Overview;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Acts;

/// <summary>What can be done about people and pairs by a button.</summary>
public enum ActKind
{
    TakeOut,
    TakeOutSilently,
    BringBack,
    End,
    Propose,
    Held,
}

/// <summary>Stores what the manager said about people and pairs, where it can still be done as it was seen.</summary>
internal sealed class ActPost(PersonService people, ActPreviews previews, SessionActs sessions, IStore store, CohortQueries cohortQueries)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ActPost>(
        Told.Command,
        routes => routes.MapPost($"/{ManagerRoutes.Acts}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ActPost post) =>
            pageHandler.Open(context, cohort, post.HandlePost)).NotesKind(Enum.GetNames<ActKind>()));

    public async Task<FormResult> HandlePost(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        if (!Enum.TryParse<ActKind>(form["kind"], out var kind))
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        if (CommandPost.StageOf(form) is { } stage && stage != context.State.Stage)
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        var back = await Do(context, kind, form);
        if (back is null)
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        cohortQueries.Forget(context.Cohort.Id);
        return new FormResult.SeeOther($"{context.Address(back)}?done={kind}");
    }

    /// <returns>Where to go then; null: it can't be done as things stand.</returns>
    private Task<string?> Do(CohortContext context, ActKind kind, IFormCollection form) => kind switch
    {
        ActKind.TakeOut or ActKind.TakeOutSilently => TakeOut(context, Person(form), kind is ActKind.TakeOut),
        ActKind.BringBack => BringBack(context, Person(form)),
        ActKind.End => End(context, new(form["pair"].ToString())),
        ActKind.Propose => Propose(context, form),
        ActKind.Held => Held(context, new(form["pair"].ToString()), form),
    };

    private async Task<string?> TakeOut(CohortContext context, PersonId id, bool tell)
    {
        if (await Find(context, id) is not { } person || (await previews.TakeOut(context.Standing, person, tell, context.Cancel)).Refused is not null)
        {
            return null;
        }

        await people.TakeOut(context.Cohort.Id, id, tell, cancel: context.Cancel);
        return $"{ManagerRoutes.People}/{id}";
    }

    private async Task<string?> BringBack(CohortContext context, PersonId id)
    {
        if (await Find(context, id) is not { } person || ActPreviews.BringBack(context.Standing, person).Refused is not null)
        {
            return null;
        }

        await people.BringBack(context.Cohort.Id, id, cancel: context.Cancel);
        return $"{ManagerRoutes.People}/{id}";
    }

    private async Task<string?> End(CohortContext context, MeetingId id)
    {
        if (!PersonIds.IsOne(id.Value) || await new MeetingRepository(store, context.Cohort.Id).Find(id, context.Cancel) is not { Value: var meeting }
            || (await previews.End(context.Standing, meeting, context.Cancel)).Refused is not null)
        {
            return null;
        }

        await people.End(context.Cohort.Id, id, cancel: context.Cancel);
        return $"{ManagerRoutes.Pairs}/{id}";
    }

    private async Task<string?> Propose(CohortContext context, IFormCollection form)
    {
        var weigher = await PairWeigher.Load(store, context.Cohort, context.State, context.Cancel);
        var pairs = weigher.Propose(ProposalPage.PairsOf(name => form[name].ToString()));
        if (pairs.Count == 0 || weigher.WhyNot(pairs) is not null)
        {
            return null;
        }

        await people.Propose(context.Cohort.Id, pairs, cancel: context.Cancel);
        return ManagerRoutes.Pairs;
    }

    private async Task<string?> Held(CohortContext context, MeetingId pair, IFormCollection form)
    {
        if (!int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !DateTime.TryParseExact(form["start"], "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var start = context.Zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var (time, preview) = await sessions.Held(context.Standing, pair, number, start, context.Cancel);
        if (preview is not { Refused: null })
        {
            return null;
        }

        await people.RecordSession(context.Cohort.Id, pair, number, time, cancel: context.Cancel);
        return $"{ManagerRoutes.Pairs}/{pair}";
    }

    private static PersonId Person(IFormCollection form) => new(form["person"].ToString());

    private async Task<Person?> Find(CohortContext context, PersonId id) =>
        (await store.FindTold(Rows.Partition(context.Cohort.Id), id, context.Cancel))?.Value;
}
