using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>When what comes next is to come, as things stand: everything may end earlier, or be extended.</summary>
public sealed class Schedule
{
    private Schedule(DateTimeOffset? ends, IReadOnlyDictionary<string, DateTimeOffset> begins) => (Ends, Begins) = (ends, begins);

    /// <summary>The end of the phase that the cohort is in; null where it waits for somebody.</summary>
    public DateTimeOffset? Ends { get; }

    /// <summary>When each later phase is to begin.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Begins { get; }

    /// <param name="cohort">Whose days count.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="asked">Open questions of the phase: everybody's days count from their own invitation.</param>
    /// <param name="now">From when what is late is reckoned.</param>
    /// <exception cref="ArgumentException">A phase has no place here.</exception>
    public static Schedule Estimate(Cohort cohort, CycleState state, IReadOnlyList<QuestionLine> asked, DateTimeOffset now)
    {
        var ends = EndOf(cohort, state, asked, now);
        var begins = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var at = ends is { } end && end > now ? end : now;
        foreach (var phase in PhaseNames.PhasesOf(cohort).SkipWhile(phase => phase != state.Phase).Skip(1))
        {
            begins[phase] = at;
            at = DaysOf(cohort.Settings, phase) is { } days ? cohort.EndOfDay(at, days) : at;
        }

        return new(ends, begins);
    }

    private static DateTimeOffset? EndOf(Cohort cohort, CycleState state, IReadOnlyList<QuestionLine> asked, DateTimeOffset now)
    {
        var days = (DaysOf(cohort.Settings, state.Phase) ?? 0) + state.ExtraDays;
        return state.Phase switch
        {
            PhaseNames.Preparation => cohort.Zone.At(cohort.Settings.Start, Preparation.FirstMail),
            PhaseNames.Review when !cohort.Settings.Review.GoOnAfterDeadline => null,
            PhaseNames.CallForTopics or PhaseNames.OffersAndWishes or PhaseNames.Feedback =>
                new Deadline(cohort, asked.Max(ask => ask.SentAt) ?? state.OpenedAt ?? now, days).End,
            PhaseNames.Sessions => (state.OpenedAt ?? state.EnteredAt).AddDays(days),
            PhaseNames.Matching or PhaseNames.Report or PhaseNames.Erased => null,
            PhaseNames.Review or PhaseNames.Confirmation or PhaseNames.Retention => cohort.EndOfDay(state.OpenedAt ?? state.EnteredAt, days),
            var other => throw Unknown(other),
        };
    }

    /// <returns>Null: it takes no time of its own.</returns>
    private static int? DaysOf(CohortSettings settings, string phase) => phase switch
    {
        PhaseNames.Preparation => 0,
        PhaseNames.CallForTopics => settings.Phases.CallForTopics,
        PhaseNames.OffersAndWishes => settings.Phases.OffersAndWishes,
        PhaseNames.Review => settings.Phases.Review,
        PhaseNames.Confirmation => settings.Phases.Confirmation,
        PhaseNames.Sessions => SeriesLength.DaysOf(settings),
        PhaseNames.Feedback => settings.Phases.Feedback,
        PhaseNames.Retention => settings.RetentionDays,
        PhaseNames.Matching or PhaseNames.Report or PhaseNames.Erased => null,
        _ => throw Unknown(phase),
    };

    private static ArgumentException Unknown(string phase) => new($"The schedule has no place for the phase '{phase}'.", nameof(phase));
}
