using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;
using Person = ReverseMentoring.Core.Programme.Person;

namespace ReverseMentoring.Web.Manage.Participants;

/// <param name="Partner">The other one of the two.</param>
[Tells(Told.Person)]
public sealed record PartnerRow(Meeting Pair, PersonLine? Partner);

/// <summary>One person, as HR's list has them, and where they stand. What they were asked, and whether they answered, is theirs.</summary>
/// <param name="Failed">Mails to them that did not arrive; null: there are none.</param>
[Tells(Told.Command)]
public sealed record PersonViewModel(
    CohortContext Context, Person Person, PersonLine Line, IReadOnlyList<PartnerRow> Pairs,
    UndeliveredMails? Failed)
{
    public bool CanSendAgain => Person.IsActive && !Context.IsOver;

    /// <summary>There is still something to pause from.</summary>
    public bool CanPause => CanSendAgain && Context.State.Phase is not PhaseNames.Retention;

    [Tells(Told.Person)]
    public IReadOnlyList<Meeting> Circles { get; init; } = [];

    public required Snapshot<PersonLine> People { get; init; }

    /// <summary>Null: it is not shown in works council mode.</summary>
    [Tells(Told.Person)]
    public PersonState? State { get; init; }

    /// <summary>What they would have put right; null: nothing.</summary>
    public Correction? Correction { get; init; }

    /// <summary>What taking out, with and without a mail, or bringing back would do; null: that is not possible.</summary>
    public PreviewModel? TakeOut { get; init; }

    public PreviewModel? TakeOutSilently { get; init; }

    public PreviewModel? BringBack { get; init; }

    /// <summary>Another partner would take the place of one, where there is no room for both.</summary>
    public bool IsInPair => Pairs.Any(row => row.Pair.Status is MeetingStatus.Running);

    /// <summary>There are pairs to be proposed.</summary>
    public bool CanPropose => CanSendAgain && !Context.Cohort.HasCircles && Context.State is { Phase: PhaseNames.Sessions, Status: CycleStatus.Running };
}

internal sealed class PersonPage(IStore store, ActPreviews previews, CorrectionService corrections)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<PersonPage>(
        Told.Person,
        routes => routes.MapGet($"/{ManagerRoutes.People}/{{person}}", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.Show(cohortContext, person))).IsAudited());

    public async Task<FormResult> Show(CohortContext context, PersonId id)
    {
        var partition = Rows.Partition(context.Cohort.Id);
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        if (await store.FindTold(partition, id, context.Cancel) is not { Value: var person })
        {
            return ErrorPages.NotFound(context);
        }

        var meetings = context.HasReached(PhaseNames.Matching) && !context.IsCouncilMode ? (await context.Rows.Meetings()).Items.Where(meeting => meeting.Has(id)).ToArray() : [];
        var people = await context.Rows.People();
        return FormResult.ForPage<PersonView>(new PersonViewModel(
            context, person, PersonLine.Of(person),
            [.. meetings.Where(meeting => meeting.Kind is MeetingKind.Pair).OrderByDescending(pair => pair.Round)
                .Select(pair => new PartnerRow(pair, people.Find(pair.Others(id).First())))],
            (await FailedMails.Deliveries(store, partition, context.Cancel)).FirstOrDefault(delivery => delivery.Person == id))
        {
            Circles = [.. meetings.Where(meeting => meeting.Kind is MeetingKind.Circle)],
            People = people,
            State = context.IsCouncilMode ? null : (await context.ReadStanding()).StateOf(id),
            Correction = person.IsActive && !context.IsOver ? await corrections.Find(context.Cohort.Id, person, context.Cancel) : null,
            TakeOut = await Possible(context, await previews.TakeOut(context.Standing, person, tell: true, context.Cancel)),
            TakeOutSilently = await Possible(context, await previews.TakeOut(context.Standing, person, tell: false, context.Cancel)),
            BringBack = await Possible(context, ActPreviews.BringBack(context.Standing, person)),
        });
    }

    private static async Task<PreviewModel?> Possible(CohortContext context, ActPreview preview) =>
        preview.Refused is null ? await PreviewModel.Create(context, preview) : null;
}
