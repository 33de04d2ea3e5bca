using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Acts;

/// <summary>One pair that is to be proposed: who, how good, and why.</summary>
/// <param name="Reasons">Null: they would tell whether one of the two has answered.</param>
/// <param name="NoTopic">The mentor brings nothing that the mentee asked for.</param>
[Tells(Told.Command)]
public sealed record ProposedRow(ProposedPair Pair, string Title, int? Score, IReadOnlyList<string>? Reasons, bool NoTopic = false);

/// <summary>One or two pairs that are to be proposed, and what that would do.</summary>
/// <param name="Swap">The same with the other two of the pairs that would end; null: there is no such swap.</param>
[Tells(Told.Command)]
public sealed record ProposalModel(CohortContext Context, IReadOnlyList<ProposedRow> Pairs, PreviewModel Preview, string? Swap)
{
    /// <summary>Why the two who would be left over can't meet each other, where that is asked; null: they can, or nobody would be.</summary>
    public string? NoSwap { get; init; }
}

/// <summary>A possible partner.</summary>
/// <param name="Topics">What the mentor would teach, in words; that there is nothing; or that it isn't told.</param>
[Tells(Told.Command)]
public sealed record CandidateRow(Candidate Candidate, PersonLine? Person, string Address, string Topics);

[Tells(Told.Command)]
public sealed record CandidatesModel(CohortContext Context, PersonLine Person, IReadOnlyList<CandidateRow> Candidates, bool IsOpen)
{
    /// <summary>Why nobody is looked for, as <see cref="PairWeigher.WhyNobody"/> has it.</summary>
    public string? WhyNobody { get; init; }
}

/// <summary>Possible partners for somebody, and what a proposal would do.</summary>
internal sealed class ProposalPage(IStore store, ActPreviews previews)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ProposalPage>(
        Told.Command,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Proposal}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ProposalPage page) =>
                pageHandler.Open(context, cohort, page.Show)).IsAudited();
            routes.MapGet($"/{ManagerRoutes.People}/{{person}}/partner", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, ProposalPage page) =>
                pageHandler.Open(context, cohort, cohortContext => page.ShowCandidates(cohortContext, person))).IsAudited();
        });

    private const int MostShown = 25;

    public async Task<FormResult> ShowCandidates(CohortContext context, PersonId id)
    {
        var people = await context.Rows.People();
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        if (people.Find(id) is not { Gone: false } person)
        {
            return ErrorPages.NotFound(context);
        }

        var isMentor = person.Role is Role.Mentor;
        if (context.State is { Phase: PhaseNames.Review, Status: CycleStatus.Running })
        {
            // Nobody is proposed yet: what can be done for them now is to lock a pair, or bring two together.
            return new FormResult.SeeOther(context.Address($"{ManagerRoutes.Force}?{(isMentor ? "mentor" : "mentee")}={id}"));
        }

        if (context.Cohort.HasCircles && context.State.Phase != PhaseNames.Sessions)
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        var weigher = await PairWeigher.Load(store, context.Cohort, context.State, context.Cancel);
        var topics = await new TopicRepository(store).ReadTopics(context.Cohort, context.Cancel);
        return FormResult.ForPage<CandidatesView>(new CandidatesModel(
            context, person,
            [
                .. (context.Cohort.HasCircles || !person.Active ? [] : weigher.CandidatesFor(id)).Take(MostShown).Select(candidate => new CandidateRow(
                    candidate, people.Find(candidate.Person),
                    context.Address(isMentor ? AddressOf((id, candidate.Person)) : AddressOf((candidate.Person, id))),
                    TopicsOf(context, topics, isMentor ? weigher.Shown(id, candidate.Person) : weigher.Shown(candidate.Person, id)))),
            ],
            weigher.IsOpen && !context.Cohort.HasCircles && person.Active) { WhyNobody = weigher.WhyNobody(id) });
    }

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        // Nobody was named: they are found among the pairs and people.
        if (!context.Request.QueryString.HasValue)
        {
            return new FormResult.SeeOther(context.Address(ManagerRoutes.Pairs));
        }

        var weigher = await PairWeigher.Load(store, context.Cohort, context.State, context.Cancel);
        var pairs = weigher.Propose(PairsOf(name => context.Request.Query[name].ToString()));
        if (pairs.Count == 0 || context.Cohort.HasCircles)
        {
            return ErrorPages.NotFound(context);
        }

        var people = await context.Rows.People();
        var topics = await new TopicRepository(store).ReadTopics(context.Cohort, context.Cancel);
        var preview = await previews.Propose(context.Standing, weigher, pairs, context.Cancel);
        var left = LeftBy(weigher, pairs);
        var why = left is { } two ? weigher.WhyNot(weigher.Propose([(pairs[0].Mentor, pairs[0].Mentee), two])) : null;
        return FormResult.ForPage<ProposalView>(new ProposalModel(
            context,
            [.. pairs.Select(pair => RowOf(context, weigher, topics, people, pair))],
            await PreviewModel.Create(context, preview), left is { } other && why is null ? context.Address(AddressOf((pairs[0].Mentor, pairs[0].Mentee), other)) : null)
        {
            NoSwap = left is { } parted && why is not null
                ? context.Say(
                    "Propose.NoSwap", ("mentor", PeopleNames.Name(context, people, parted.Mentor)), ("mentee", PeopleNames.Name(context, people, parted.Mentee)), ("why", PreviewTexts.Refused(context, why)))
                : null,
        });
    }

    /// <summary>The pairs that a form or an address names.</summary>
    internal static IReadOnlyList<(PersonId Mentor, PersonId Mentee)> PairsOf(Func<string, string> value) =>
    [
        .. new[] { ("mentor", "mentee"), ("mentor2", "mentee2") }.Select(names => (Mentor: value(names.Item1), Mentee: value(names.Item2)))
            .Where(pair => PersonIds.IsOne(pair.Mentor) && PersonIds.IsOne(pair.Mentee))
            .Select(pair => (new PersonId(pair.Mentor), new PersonId(pair.Mentee))),
    ];

    private static string AddressOf(params ReadOnlySpan<(PersonId Mentor, PersonId Mentee)> pairs)
    {
        var address = $"{ManagerRoutes.Proposal}?mentor={pairs[0].Mentor}&mentee={pairs[0].Mentee}";
        return pairs.Length > 1 ? $"{address}&mentor2={pairs[1].Mentor}&mentee2={pairs[1].Mentee}" : address;
    }

    /// <summary>Where a proposal would end one pair of each of the two, the partners who are left could meet each other.</summary>
    private static (PersonId Mentor, PersonId Mentee)? LeftBy(PairWeigher weigher, IReadOnlyList<ProposedPair> pairs)
    {
        if (pairs is not [var only])
        {
            return null;
        }

        var ending = weigher.MeetingsOf(only.Mentor).Concat(weigher.MeetingsOf(only.Mentee)).Where(meeting => only.Replaces.Contains(meeting.Id)).ToArray();
        var (mentors, mentees) = (ending.Where(meeting => meeting.Has(only.Mentee)).ToArray(), ending.Where(meeting => meeting.Has(only.Mentor)).ToArray());
        return mentors is [var theirs] && mentees is [var mine] ? (theirs.Mentor, mine.Mentee) : null;
    }

    private static string TopicsOf(CohortContext context, TopicList topics, Core.Matching.Explaining.MatchedPair? shown) => shown?.Topics switch
    {
        null => context.Say("Partner.Untold"),
        { Taught: [var first, ..] } => PairTexts.Title(context, topics, first.Topic),
        { Returned: [var first, ..] } => context.Say("Pair.OnlyReturned", ("topic", PairTexts.Title(context, topics, first.Topic))),
        _ => context.Say("Pair.NoTopic"),
    };

    private static ProposedRow RowOf(CohortContext context, PairWeigher weigher, TopicList topics, Snapshot<PersonLine> people, ProposedPair pair)
    {
        var title = context.Say("Pair.Title", ("mentor", PeopleNames.Name(context, people, pair.Mentor)), ("mentee", PeopleNames.Name(context, people, pair.Mentee)));
        return weigher.Shown(pair.Mentor, pair.Mentee) is { } shown ? new(pair, title, shown.Score, PairTexts.Reasons(context, topics, shown), shown.Topics.Taught.Count == 0) : new(pair, title, null, null);
    }
}
