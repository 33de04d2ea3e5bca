using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>A cohort at a glance.</summary>
/// <param name="Schedule">When what comes next is to come.</param>
/// <param name="Turnout">How many of those asked in this phase have answered, as of this morning; null where nobody is asked.</param>
/// <param name="Asked">How many were asked in this phase, those too who have left, so that it doesn't tell whether they had answered; and how many wait for their invitation.</param>
/// <param name="Needs">What needs its manager.</param>
[Tells(Told.Exception)]
public sealed record CohortGlance([property: Tells(Told.Exception)] CohortStanding Standing, Schedule Schedule, Turnout? Turnout, (int All, int Unsent) Asked, IReadOnlyList<Need> Needs);

internal sealed class CohortGlances(CohortQueries queries, NeedReader needs, TimeProvider clock)
{
    public async Task<CohortGlance> Look(StandingCohort cohort, CancellationToken cancel)
    {
        var (rows, state, now) = (new CohortRows(queries, cohort.Id, cancel), cohort.State, clock.GetUtcNow());
        var (open, answered) = (await rows.Open(state.Phase), await rows.Answered(state.Phase));
        var asks = PhaseCatalogue.Find(state.Phase).IsAsking && state.Invited > 0;
        var standing = await rows.Standing(state);
        var turnout = Turnouts.Today(cohort.Cohort, state, answered.Items.Select(answer => answer.SentAt!.Value), now);
        DateTimeOffset?[] askedAt = [.. open.Items.Concat(answered.Items).Select(ask => ask.AskedAt)];
        return new(
            standing, Schedule.Estimate(cohort.Cohort, state, standing, askedAt, now), asks ? turnout : null,
            (asks ? state.Invited : 0, open.Items.Count(ask => ask.SentAt is null)),
            await needs.Read(cohort, standing, (await rows.Meetings()).Items, (await rows.Sessions()).Items, turnout, cancel));
    }

    /// <summary>The schedule with so many days more in the phase of now.</summary>
    public async Task<Schedule> Extended(StandingCohort cohort, int days, CancellationToken cancel)
    {
        var (rows, state) = (new CohortRows(queries, cohort.Id, cancel), cohort.State);
        var asked = (await rows.Open(state.Phase)).Items.Concat((await rows.Answered(state.Phase)).Items).Select(ask => ask.AskedAt);
        return Schedule.Estimate(cohort.Cohort, state with { ExtraDays = state.ExtraDays + days }, await rows.Standing(state), [.. asked], clock.GetUtcNow());
    }
}
