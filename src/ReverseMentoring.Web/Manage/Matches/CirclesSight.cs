using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>The groups that the answers would make, with their rota.</summary>
public sealed record CirclesSight(DeskAtCohort Desk, CircleResult Result, TopicList Topics, Snapshot<PersonLine> People);

internal sealed class CirclesPage(IStore store, Reviews reviews)
{
    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.Cohort.Settings.Matching.Circles is null || !desk.HasReached(PhaseNames.Matching) || desk.State.Status is CycleStatus.Erased)
        {
            return Trouble.NotFound(desk);
        }

        var request = (await reviews.Of(desk)).Request;
        return Outcome.Of<CirclesView>(new CirclesSight(
            desk, await Task.Run(() => CircleMatcher.Match(request), desk.Cancel),
            await new TopicBook(store).Read(desk.Cohort, desk.Cancel), await desk.Rows.People()));
    }
}
