using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Circles;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>One pair: who, why, who else, and how they meet.</summary>
/// <param name="Second">While the pairs are reviewed: the best without this one.</param>
/// <param name="Rule">"locked" or "forbidden".</param>
public sealed record PairSight(
    DeskAtCohort Desk, Pair Pair, Snapshot<PersonLine> People, IReadOnlyList<string> Reasons, string? Rule, SecondChoice? Second,
    IReadOnlyList<Session> Sessions);

internal sealed class PairPage(IStore store, Reviews reviews, CirclePage circles)
{
    public async Task<Outcome> Show(DeskAtCohort desk, string id)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.Erased(desk);
        }

        var book = new PairBook(store, desk.Cohort.Id);
        var isId = id.Length is > 0 and <= 40 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (isId && Circle.IsId(id))
        {
            return await circles.Show(desk, id);
        }

        if (!isId || await book.Find(id, desk.Cancel) is not { Value: var pair })
        {
            return Trouble.NotFound(desk);
        }

        var rules = (await store.Read<MatchRules>(Rows.Partition(desk.Cohort.Id), Rows.Rules, desk.Cancel))?.Value ?? new();
        var rule = PairListPage.RuleOf(rules, pair);
        var topics = await new TopicBook(store).Read(desk.Cohort, desk.Cancel);
        var second = pair.Status is PairStatus.Draft && desk.State is { Phase: PhaseNames.Review, Status: CycleStatus.Running }
            ? (await reviews.Of(desk)).Review.SecondChoiceFor(pair.Mentor, pair.Mentee)
            : null;
        return Outcome.Of<PairView>(new PairSight(
            desk, pair, await desk.Rows.People(), PairWords.Reasons(desk, topics, pair, rule == "locked"), rule, second,
            await book.Sessions(id, desk.Cancel).Select(session => session.Value).ToListAsync(desk.Cancel)));
    }
}
