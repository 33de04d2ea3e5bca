using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>Looking for one of the two: what was typed, who it may be, who it is.</summary>
[Tells(Told.Review)]
public sealed record PersonChoice(Role Role, string Typed, PersonLine? Found, IReadOnlyList<PersonLine> Several);

/// <summary>What it would cost the others to have these two together.</summary>
/// <param name="HidesFigures">Too few pairs for that to be said: the two can be locked or forbidden all the same.</param>
/// <param name="Refused">The rule against a lock, where no cost is told; null: there is none.</param>
[Tells(Told.Review)]
public sealed record ForceViewModel(CohortContext Context, PersonChoice Mentor, PersonChoice Mentee, ForcingCost? Cost, bool HidesFigures, string? Refused)
{
    /// <summary>The two are locked or forbidden, so that they can be released.</summary>
    public bool IsDecided { get; init; }

    /// <summary>One of the two has no partner from the matching: of them HR's list alone is said, whether they have answered or not.</summary>
    public bool IsByList { get; init; }

    /// <summary>The pairs are no longer reviewed: it is said whether rules allow the two, and they can be proposed as soon as pairs meet.</summary>
    public bool IsLater { get; init; }

    /// <summary>With whom the one who is named could be brought together, by the list alone; null: both are named, or neither.</summary>
    public IReadOnlyList<PersonLine>? Possible { get; init; }

    /// <summary>Where it is shown what proposing the two would do; null: it is too early, or they can't be.</summary>
    public string? Proposal { get; init; }
}

internal sealed class ForcePage(IStore store, ReviewCache reviewCache, CircleLocks locks)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ForcePage>(
        Told.Review,
        routes => routes.MapGet($"/{ManagerRoutes.Force}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ForcePage page) =>
            pageHandler.Open(context, cohort, page.Show)).IsAudited());

    private const int MostShown = 8;

    private const int MostPossible = 25;

    public async Task<FormResult> Show(CohortContext context)
    {
        if (!IsPossible(context))
        {
            return ErrorPages.Page(context, 409, "NotInReview");
        }

        var people = await context.Rows.People();
        var (mentor, mentee) = (Find(context, people, Role.Mentor, "mentor"), Find(context, people, Role.Mentee, "mentee"));
        var possible = await Possible(context, people, mentor, mentee);
        if (context.State.Phase != PhaseNames.Review)
        {
            return FormResult.ForPage<ForceView>(await Later(context, mentor, mentee) with { Possible = possible });
        }

        var hides = await store.HidesFigures(context);
        var tellsCost = !context.Cohort.HasCircles && !hides && await IsTold(context, mentor.Found, mentee.Found);
        var (cost, refused) = mentor.Found is not { } one || mentee.Found is not { } other ? (null, null)
            : tellsCost ? ((await reviewCache.ReviewOf(context)).CostOfForcing(one.Id, other.Id), null)
            : ((ForcingCost?)null, await locks.RuleAgainst(context.Cohort, one.Id, other.Id, context.Cancel) ?? MatchingReview.RuleAgainstLock(await new MatchingRequestReader(store, context.Cohort).ReadRequest(context.Cancel), one.Id, other.Id));
        return FormResult.ForPage<ForceView>(new ForceViewModel(context, mentor, mentee, cost, hides, refused)
        {
            IsByList = !tellsCost && !hides && !context.Cohort.HasCircles,
            IsDecided = mentor.Found is { } junior && mentee.Found is { } leader && await IsDecided(context, new(junior.Id, leader.Id)), Possible = possible,
        });
    }

    /// <summary>Pairs can be weighed from the matching until the last session; circles only in the review.</summary>
    public static bool IsPossible(CohortContext context) => context.State.Status is CycleStatus.Running
        && (context.State.Phase == PhaseNames.Review || (!context.Cohort.HasCircles && context.State.Phase is PhaseNames.Confirmation or PhaseNames.Sessions));

    /// <summary>Rules alone, without scores or costs: what two would move is shown where they are proposed.</summary>
    private async Task<ForceViewModel> Later(CohortContext context, PersonChoice mentor, PersonChoice mentee)
    {
        if (mentor.Found is not { } one || mentee.Found is not { } other)
        {
            return new(context, mentor, mentee, null, true, null) { IsLater = true };
        }

        var weigher = await PairWeigher.Load(store, context.Cohort, context.State, context.Cancel);
        var refused = weigher.RuleAgainst(one.Id, other.Id);
        return new(context, mentor, mentee, null, true, refused)
        {
            IsLater = true,
            Proposal = refused is null && weigher.IsOpen ? context.Address($"{ManagerRoutes.Proposal}?mentor={one.Id}&mentee={other.Id}") : null,
        };
    }

    /// <summary>Whoever comes with one name is shown whom to choose from, the first by name: what they have answered isn't in it.</summary>
    private async Task<IReadOnlyList<PersonLine>?> Possible(CohortContext context, Snapshot<PersonLine> people, PersonChoice mentor, PersonChoice mentee)
    {
        var (named, other) = mentor.Found is null ? (mentee, mentor) : (mentor, mentee);
        if (named.Found is not { } one || other.Typed.Length > 0)
        {
            return null;
        }

        var allowed = (await WhyWithout.Read(store, context.Cohort, [], context.Cancel)).AcrossFrom(one.Id).ToHashSet();
        if (context.Cohort.HasCircles)
        {
            var found = await context.ReadFound();
            allowed.IntersectWith(found.Contains(one.Id) ? found : []);
        }

        return [.. people.Items.Where(person => allowed.Contains(person.Id)).Take(MostPossible)];
    }

    private static async Task<bool> IsTold(CohortContext context, PersonLine? mentor, PersonLine? mentee) =>
        mentor is not null && mentee is not null && await context.ReadFound() is var found && found.Contains(mentor.Id) && found.Contains(mentee.Id);

    private async Task<bool> IsDecided(CohortContext context, PairIds pair) =>
        await store.Read<MatchRules>(Rows.Partition(context.Cohort.Id), Rows.Rules, context.Cancel) is { Value: var rules } && (rules.Locks.Contains(pair) || rules.Forbids.Contains(pair));

    private static PersonChoice Find(CohortContext context, Snapshot<PersonLine> people, Role role, string name)
    {
        var typed = context.Request.Query[name].ToString().Trim();
        if (people.ByKey.GetValueOrDefault(typed) is { Gone: false } known && known.Role == role)
        {
            return new(role, known.Name, known, []);
        }

        var looked = PersonLine.Plain(typed);
        PersonLine[] found = looked.Length == 0
            ? []
            : [.. people.Items.Where(person => person.Active && person.Role == role && person.Search.Contains(looked, StringComparison.Ordinal)).Take(MostShown + 1)];
        return new(role, typed, found is [var only] ? only : null, found.Length > 1 ? [.. found.Take(MostShown)] : []);
    }
}
