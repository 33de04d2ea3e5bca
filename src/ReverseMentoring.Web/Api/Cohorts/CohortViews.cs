using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>Counts a cohort's rows into what a manager sees of it.</summary>
public sealed class CohortViews(IStore store, TimeProvider clock)
{
    public async Task<CohortView> ReadView(StandingCohort cohort, CancellationToken cancel = default)
    {
        var (state, settings) = (cohort.State, cohort.Cohort.Settings);
        var asks = await Asks(cohort, cancel);
        var meetings = await new MeetingRepository(store, cohort.Id).All(cancel).Select(meeting => meeting.Value).ToListAsync(cancel);
        return new()
        {
            Id = cohort.Id,
            Phase = state.Phase,
            Status = state.Status,
            Stage = state.Stage,
            EnteredAt = state.EnteredAt,
            ClosesAt = state.Phase == PhaseNames.Review && state.OpenedAt is { } opened
                ? cohort.Cohort.EndOfDay(opened, settings.Phases.Review + state.ExtraDays)
                : asks.Ends,
            People = await People(cohort, cancel),
            Asked = asks.Figures,
            Pairs = ByStatus(meetings, MeetingKind.Pair),
            Circles = cohort.Cohort.HasCircles ? ByStatus(meetings, MeetingKind.Circle) : null,
            Attention = [.. Attentions.Collect(
                cohort, asks.Figures, meetings, await FailedMails.Count(store, cohort.Partition, cancel))],
            Past = [.. state.Past.Select(phase => new PhaseDates(phase.Name, phase.OpenedAt, phase.ClosedAt, phase.Invited))],
            Possible = cohort.Possible,
            Settings = settings,
            Links = CohortLinks.LinksTo(cohort),
        };
    }

    private static Dictionary<string, int> ByStatus(IEnumerable<Meeting> meetings, MeetingKind kind) => meetings.Where(meeting => meeting.Kind == kind)
        .CountBy(meeting => ApiNames.ToName(meeting.Status)).OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary();

    private async Task<PeopleFigures> People(StandingCohort cohort, CancellationToken cancel)
    {
        var (mentors, mentees) = (0, 0);
        await foreach (var person in store.Query<Person>(cohort.Partition, KeyRange.Prefix(Rows.Person), cancel))
        {
            mentors += person.Value.Role is Role.Mentor ? 1 : 0;
            mentees += person.Value.Role is Role.Mentee ? 1 : 0;
        }

        return new(mentors, mentees);
    }

    private async Task<(AskFigures Figures, DateTimeOffset? Ends)> Asks(StandingCohort cohort, CancellationToken cancel)
    {
        if (PhaseCatalogue.Find(cohort.State.Phase) is not { IsAsking: true, Length: { } length })
        {
            return (new(cohort.State.Invited, Turnout.NotTold, 0), null);
        }

        var now = clock.GetUtcNow();
        var review = new AskReview(cohort.Cohort, length(cohort.Cohort.Settings.Phases) + cohort.State.ExtraDays, now);
        var unsent = 0;
        await foreach (var ask in store.Query<Ask>(cohort.Partition, KeyRange.Prefix(AskId.AsksOf(cohort.State.Phase)), cancel))
        {
            review.Add(ask);
            unsent += ask.Value.SentAt is null ? 1 : 0;
        }

        var answers = await store.Query<AnswerReceipt>(cohort.Partition, KeyRange.Prefix(AskId.AnswersOf(cohort.State.Phase)), cancel)
            .Select(answer => answer.Value.At).ToListAsync(cancel);
        return (new(cohort.State.Invited, Turnouts.Today(cohort.Cohort, review.Open + answers.Count, answers, now), unsent), review.Ends > DateTimeOffset.MinValue ? review.Ends : null);
    }
}
