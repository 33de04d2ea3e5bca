using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>Counts a cohort's rows into what a manager sees of it.</summary>
public sealed class CohortViews(IStore store, NeedReader needs, TimeProvider clock)
{
    public async Task<CohortView> ReadView(StandingCohort cohort, CancellationToken cancel = default)
    {
        var (state, settings) = (cohort.State, cohort.Cohort.Settings);
        var asks = await Asks(cohort, cancel);
        var standing = await store.ReadStanding(cohort.Id, state, cancel);
        var schedule = Schedule.Estimate(cohort.Cohort, state, standing, asks.AskedAt, clock.GetUtcNow());
        return new()
        {
            Id = cohort.Id,
            Phase = state.Phase,
            Status = state.Status,
            Stage = state.Stage,
            EnteredAt = state.EnteredAt,
            ClosesAt = schedule.Ends,
            Begins = schedule.Begins,
            People = new(standing.People.All, standing.People.Mentors, standing.People.Mentees, Named(standing.People.States)),
            Asked = asks.Figures,
            Pairs = cohort.Cohort.HasCircles ? new Dictionary<string, int>() : Named(standing.Meetings.Statuses),
            Circles = cohort.Cohort.HasCircles ? Named(standing.Meetings.Statuses) : null,
            Sessions = new(settings.WorksCouncil ? null : standing.Sessions.All, !settings.WorksCouncil && standing.LastSession is { } last && last > clock.GetUtcNow() ? last : null, standing.MayCountSessions(cohort.Cohort) ? standing.Sessions.CalledOff : null)
            {
                Planned = standing.MayCountSessions(cohort.Cohort) ? standing.Sessions.Planned : null, LostEarly = settings.WorksCouncil ? null : standing.Sessions.LostEarly,
            },
            Attention = [.. (await needs.Read(cohort, cancel)).Select(need => Attentions.Of(cohort, need))],
            Past = [.. state.Past.Select(phase => new PhaseDates(phase.Name, phase.OpenedAt, phase.ClosedAt))],
            Possible = cohort.Possible,
            Settings = settings,
            Links = CohortLinks.LinksTo(cohort),
        };
    }

    private static Dictionary<string, int> Named<TKey>(IReadOnlyDictionary<TKey, int> counts)
        where TKey : struct, Enum => counts.ToDictionary(count => ApiNames.ToName(count.Key), count => count.Value);

    private async Task<(AskFigures Figures, IReadOnlyList<DateTimeOffset?> AskedAt)> Asks(StandingCohort cohort, CancellationToken cancel)
    {
        if (!PhaseCatalogue.Find(cohort.State.Phase).IsAsking)
        {
            return (new(cohort.State.Invited, Turnout.NotTold, 0), []);
        }

        var sent = await store.Query<Ask>(cohort.Partition, KeyRange.Prefix(AskId.AsksOf(cohort.State.Phase)), cancel)
            .Select(ask => ask.Value.SentAt).ToListAsync(cancel);
        var answers = await store.Query<AnswerReceipt>(cohort.Partition, KeyRange.Prefix(AskId.AnswersOf(cohort.State.Phase)), cancel)
            .Select(answer => answer.Value).ToListAsync(cancel);
        return (
            new(cohort.State.Invited, Turnouts.Today(cohort.Cohort, cohort.State, answers.Select(answer => answer.At), clock.GetUtcNow()), sent.Count(at => at is null)),
            [.. sent, .. answers.Select(answer => answer.AskedAt)]);
    }
}
