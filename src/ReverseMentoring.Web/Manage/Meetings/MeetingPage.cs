using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Acts;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <summary>One pair: who, why, who else, and how they meet.</summary>
/// <param name="Second">While the pairs are reviewed: the best without this one.</param>
/// <param name="Rule">"locked" or "forbidden".</param>
/// <param name="Sessions">None in works council mode.</param>
/// <param name="End">What ending it would do; null: it is not on its way.</param>
[Tells(Told.Review)]
public sealed record PairModel(
    CohortContext Context, Meeting Pair, Snapshot<PersonLine> People, IReadOnlyList<string> Reasons, string? Rule, SecondChoice? Second,
    IReadOnlyList<Session> Sessions, PreviewModel? End)
{
    /// <summary>Other partners can be proposed to the two.</summary>
    public bool CanSwap => Pair.Status is MeetingStatus.Running && Context.State is { Phase: PhaseNames.Sessions, Status: CycleStatus.Running };

    /// <summary>Numbers of the sessions of which HR may record that they were held, the next first; in works council mode all, since those that are left would tell when the two meet.</summary>
    [Tells(Told.Command)]
    public IReadOnlyList<int> ToRecord { get; init; } = [];

    /// <summary>Sessions that are being moved, by their numbers, and to when: said, and not done yet. None in works council mode.</summary>
    [Tells(Told.Person)]
    public IReadOnlyDictionary<int, Interval> Moving { get; init; } = new Dictionary<int, Interval>();
}

/// <summary>One of a circle's sessions by its number; null before it is booked.</summary>
[Tells(Told.Review)]
public sealed record CircleSession(int Number, Session? Session);

/// <summary>One circle: who, about what, and when they meet. Who left it, who presents when and who can't come is told to nobody.</summary>
/// <param name="Sessions">None in works council mode.</param>
[Tells(Told.Review)]
public sealed record CircleModel(
    CohortContext Context, Meeting Circle, Snapshot<PersonLine> People, TopicList Topics, IReadOnlyList<CircleSession> Sessions, PreviewModel? End);

internal sealed class MeetingPage(IStore store, ReviewCache reviewCache, ActPreviews previews)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<MeetingPage>(
        Told.Person,
        routes => routes.MapGet($"/{ManagerRoutes.Pairs}/{{pair}}", (HttpContext context, CohortId cohort, MeetingId pair, PageHandler pageHandler, MeetingPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.Show(cohortContext, pair))).IsAudited());

    public async Task<FormResult> Show(CohortContext context, MeetingId id)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var repository = new MeetingRepository(store, context.Cohort.Id);
        if (!PersonIds.IsOne(id.Value) || await repository.Find(id, context.Cancel) is not { Value: var meeting })
        {
            return ErrorPages.NotFound(context);
        }

        var people = await context.Rows.People();
        meeting = meeting.Without(person => people.Find(person) is null or { Gone: true });
        var topics = await new TopicRepository(store).ReadTopics(context.Cohort, context.Cancel);
        var sessions = await repository.Sessions(id, context.Cancel).Select(session => session.Value).ToListAsync(context.Cancel);
        return meeting.Kind is MeetingKind.Pair
            ? FormResult.ForPage<PairView>(await OfPair(context, meeting, topics, sessions))
            : FormResult.ForPage<CircleView>(new CircleModel(context, meeting, await context.Rows.People(), topics, context.IsCouncilMode ? [] : [.. SessionsOf(context, sessions)], await End(context, meeting)));
    }

    private async Task<PairModel> OfPair(CohortContext context, Meeting pair, TopicList topics, IReadOnlyList<Session> sessions)
    {
        var rules = (await store.Read<MatchRules>(Rows.Partition(context.Cohort.Id), Rows.Rules, context.Cancel))?.Value ?? new();
        var rule = MeetingListPage.RuleOf(rules, pair);
        var second = pair is { Status: MeetingStatus.Draft, Score: not null } && context.State is { Phase: PhaseNames.Review, Status: CycleStatus.Running }
            ? (await reviewCache.ReviewOf(context)).SecondChoiceFor(pair.Mentor, pair.Mentee)
            : null;
        return new(context, pair, await context.Rows.People(), PairTexts.Reasons(context, topics, pair, rule == "locked"), rule, second, context.IsCouncilMode ? [] : sessions, await End(context, pair))
        {
            // By the clock: one that is past is not offered, whatever its people said of it.
            ToRecord = pair.Status is not MeetingStatus.Running ? []
                : context.IsCouncilMode ? [.. Enumerable.Range(1, SessionActs.CountOf(context.Cohort, pair))]
                : [.. sessions.Where(session => session.IsOpen && session.StandingOf(context.Now) is SessionStanding.Planned).Select(session => session.Number)],
            Moving = context.IsCouncilMode ? new Dictionary<int, Interval>() : await Moving(context, pair, sessions),
        };
    }

    /// <summary>What was said last holds, and only where the session is still at the time that was seen then.</summary>
    private async Task<IReadOnlyDictionary<int, Interval>> Moving(CohortContext context, Meeting pair, IReadOnlyList<Session> sessions)
    {
        var moving = new Dictionary<int, Interval>();
        await foreach (var command in new MeetingRepository(store, context.Cohort.Id).Commands(pair.Id, context.Cancel).Select(row => row.Value))
        {
            if (command is { Kind: MeetingCommandKind.Move, Session: { } number, To: { } to } && sessions.Any(session => session.Number == number && session.IsOpen && session.Sequence == command.Sequence))
            {
                moving[number] = to;
            }
        }

        return moving;
    }

    private async Task<PreviewModel?> End(CohortContext context, Meeting meeting) =>
        await previews.End(context.Standing, meeting, context.Cancel) is { Refused: null } preview ? await PreviewModel.Create(context, preview) : null;

    private static IEnumerable<CircleSession> SessionsOf(CohortContext context, IReadOnlyList<Session> sessions) => sessions.Count == 0
        ? Enumerable.Range(1, context.Cohort.Settings.Sessions.Sessions).Select(number => new CircleSession(number, null))
        : sessions.OrderBy(session => session.Number).Select(session => new CircleSession(session.Number, session));
}
