using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Meetings;

/// <summary>One pair: who, why, who else, and how they meet.</summary>
/// <param name="Second">While the pairs are reviewed: the best without this one.</param>
/// <param name="Rule">"locked" or "forbidden".</param>
public sealed record PairModel(
    DeskAtCohort Desk, Meeting Pair, Snapshot<PersonLine> People, IReadOnlyList<string> Reasons, string? Rule, SecondChoice? Second,
    IReadOnlyList<Session> Sessions);

/// <summary>A turn of the rota with its session; null before the sessions are booked.</summary>
public sealed record RotaRow(RotaTurn Turn, Session? Session);

/// <summary>One circle: who, about what, and how they meet. Who left it is told to nobody.</summary>
public sealed record CircleModel(
    DeskAtCohort Desk, Meeting Circle, Snapshot<PersonLine> People, TopicList Topics, IReadOnlyList<RotaRow> Rota);

internal sealed class MeetingPage(IStore store, Reviews reviews)
{
    private const int LongestId = 40;

    public async Task<Outcome> Show(DeskAtCohort desk, string id)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        var repository = new MeetingRepository(store, desk.Cohort.Id);
        var isId = id.Length <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (!isId || await repository.Find(id, desk.Cancel) is not { Value: var meeting })
        {
            return Trouble.NotFound(desk);
        }

        var topics = await new TopicBook(store).Read(desk.Cohort, desk.Cancel);
        var sessions = await repository.Sessions(id, desk.Cancel).Select(session => session.Value).ToListAsync(desk.Cancel);
        return meeting.Kind is MeetingKind.Pair
            ? Outcome.Of<PairView>(await OfPair(desk, meeting, topics, sessions))
            : Outcome.Of<CircleView>(new CircleModel(desk, meeting, await desk.Rows.People(), topics, [.. Rota(desk, meeting, sessions)]));
    }

    private async Task<PairModel> OfPair(DeskAtCohort desk, Meeting pair, TopicList topics, IReadOnlyList<Session> sessions)
    {
        var rules = (await store.Read<MatchRules>(Rows.Partition(desk.Cohort.Id), Rows.Rules, desk.Cancel))?.Value ?? new();
        var rule = MeetingListPage.RuleOf(rules, pair);
        var second = pair.Status is MeetingStatus.Draft && desk.State is { Phase: PhaseNames.Review, Status: CycleStatus.Running }
            ? (await reviews.Of(desk)).Review.SecondChoiceFor(pair.Mentor, pair.Mentee)
            : null;
        return new(desk, pair, await desk.Rows.People(), PairWords.Reasons(desk, topics, pair, rule == "locked"), rule, second, sessions);
    }

    private static IEnumerable<RotaRow> Rota(DeskAtCohort desk, Meeting circle, IReadOnlyList<Session> sessions)
    {
        var byNumber = sessions.ToDictionary(session => session.Number);
        return circle.Rota
            .Where(turn => sessions.Count == 0 ? turn.Session <= desk.Cohort.Settings.Sessions.Sessions : byNumber.ContainsKey(turn.Session))
            .Select(turn => new RotaRow(turn, byNumber.GetValueOrDefault(turn.Session)));
    }
}
