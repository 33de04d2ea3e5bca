using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;

namespace ReverseMentoring.Core.Cycle;

/// <summary>When what comes next is to come, as things stand: everything may end earlier, or be extended.</summary>
public sealed class Schedule
{
    private Schedule(DateTimeOffset? ends, DateTimeOffset? askedUntil, IReadOnlyDictionary<string, DateTimeOffset> begins) => (Ends, AskedUntil, Begins) = (ends, askedUntil, begins);

    /// <summary>The end of the phase that the cohort is in, never a day that is past or off; null where it waits for somebody.</summary>
    public DateTimeOffset? Ends { get; }

    /// <summary>Until when people are asked, where the phase may go on after that so that HR can look at what they have said; null: it ends then.</summary>
    public DateTimeOffset? AskedUntil { get; }

    /// <summary>Topics can be looked at already, and somebody who came later is still asked for theirs.</summary>
    public bool AreMoreAsked { get; private init; }

    /// <summary>When each later phase is to begin.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Begins { get; }

    /// <param name="cohort">Whose days count.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="standing">Its sessions.</param>
    /// <param name="asked">When everybody was asked, those too who have answered, so that no answer moves the end; each one's days count from their own invitation. Null: it waits to be sent. Those who have left or were erased count by the state.</param>
    /// <param name="now">From when what is late is reckoned.</param>
    public static Schedule Estimate(Cohort cohort, CycleState state, CohortStanding standing, IEnumerable<DateTimeOffset?> asked, DateTimeOffset now)
    {
        var phaseNow = PhaseCatalogue.Find(state.Phase);
        asked = state.AskedAt is { } last ? [.. asked, last] : asked;
        var until = ToCome(cohort, phaseNow, EndOf(cohort, state, standing, asked, now), now);
        var look = state.AnsweredAt is null ? LookOf(cohort.Settings, phaseNow) : 0;
        var ends = until is { } day && look > 0 ? cohort.EndOfDay(day, look) : until;
        var begins = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

        // What waits for somebody is reckoned with until its deadline: no later day moves while it waits.
        var at = (ends ?? (phaseNow.Ending is PhaseEnding.Approval ? DeadlineOf(cohort, state, phaseNow) : now)) is var end && end > now ? end : now;
        foreach (var phase in PhaseCatalogue.PhasesOf(cohort).SkipWhile(phase => phase.Name != state.Phase).Skip(1))
        {
            begins[phase.Name] = at = phase.Name == PhaseNames.Erased ? at : cohort.OnWorkday(at);
            at = phase.Name == PhaseNames.Retention ? cohort.ErasedAfter(at) : DaysOf(cohort.Settings, phase) is { } days ? cohort.EndOfDay(at, days) : at;
            at = NotBeforeCall(cohort, state, phase, at);
            at = LookOf(cohort.Settings, phase) is > 0 and var looked ? cohort.EndOfDay(at, looked) : at;
        }

        return new(ends, look > 0 ? until : null, begins)
        {
            AreMoreAsked = state.AnsweredAt is { } answered && LastDeadline(cohort, MoreAsked(asked, answered), DaysNow(cohort, state, phaseNow), now) > cohort.EndOfDay(answered, LookOf(cohort.Settings, phaseNow)),
        };
    }

    private static DateTimeOffset? EndOf(Cohort cohort, CycleState state, CohortStanding standing, IEnumerable<DateTimeOffset?> asked, DateTimeOffset now)
    {
        var phase = PhaseCatalogue.Find(state.Phase);
        var days = DaysNow(cohort, state, phase);
        return phase.Ending switch
        {
            PhaseEnding.FirstDay => Preparation.BeginOf(cohort),
            PhaseEnding.Approval when !cohort.Settings.Review.GoOnAfterDeadline => null,
            PhaseEnding.Answers when state.AnsweredAt is { } answered => Later(cohort.EndOfDay(answered, LookOf(cohort.Settings, phase)), LastDeadline(cohort, MoreAsked(asked, answered), days, now)),
            PhaseEnding.Answers => NotBeforeCall(cohort, state, phase, LastDeadline(cohort, asked, days, now) ?? new Deadline(cohort, state.OpenedAt ?? now, days).End),
            PhaseEnding.LastSession => LastSession(cohort, state.OpenedAt ?? state.EnteredAt, days, standing, now),
            PhaseEnding.Deadline when phase.Name == PhaseNames.Retention => cohort.ErasedAfter(state.OpenedAt ?? state.EnteredAt),
            PhaseEnding.Approval or PhaseEnding.Deadline => DeadlineOf(cohort, state, phase),
            PhaseEnding.AtOnce or PhaseEnding.Nothing => null,
        };
    }

    private static int DaysNow(Cohort cohort, CycleState state, PhaseDeclaration phase) =>
        (phase.Ending is PhaseEnding.LastSession ? SeriesLength.DaysOf(cohort.Settings) : DaysOf(cohort.Settings, phase) ?? 0) + state.ExtraDays;

    /// <summary>Those who came when all others had answered or had their days.</summary>
    private static IEnumerable<DateTimeOffset?> MoreAsked(IEnumerable<DateTimeOffset?> asked, DateTimeOffset answered) => asked.Where(at => at is null || at > answered);

    /// <summary>Of those who were asked; whose invitation waits to be sent has all their days from now on. Null: nobody was.</summary>
    private static DateTimeOffset? LastDeadline(Cohort cohort, IEnumerable<DateTimeOffset?> asked, int days, DateTimeOffset now) =>
        asked.Select(at => at ?? now).Cast<DateTimeOffset?>().Max() is { } last ? new Deadline(cohort, last, days).End : null;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    /// <summary>What is late comes with the next step, and what falls on a day off, on the next working day; sessions are over on the day of the last, and personal data goes on any.</summary>
    private static DateTimeOffset? ToCome(Cohort cohort, PhaseDeclaration phase, DateTimeOffset? ends, DateTimeOffset now)
    {
        if (ends is not { } end)
        {
            return null;
        }

        var late = end < now;
        return phase.Name == PhaseNames.Retention ? (late ? now : end)
            : late ? cohort.OnWorkday(now)
            : phase.Ending is PhaseEnding.LastSession || cohort.IsEndOfDay(end) ? end : cohort.OnWorkday(end);
    }

    private static DateTimeOffset DeadlineOf(Cohort cohort, CycleState state, PhaseDeclaration phase) =>
        cohort.EndOfDay(state.OpenedAt ?? state.EnteredAt, (DaysOf(cohort.Settings, phase) ?? 0) + state.ExtraDays);

    /// <summary>As long as people can come by themselves, topics are called for.</summary>
    private static DateTimeOffset NotBeforeCall(Cohort cohort, CycleState state, PhaseDeclaration phase, DateTimeOffset ends) =>
        phase.Name == PhaseNames.CallForTopics && cohort.Settings.OpenCall is not null && OpenCalls.EndOf(cohort, state) is var call && call > ends ? call : ends;

    /// <summary>When it is known of all that are booked whether they were held; where a pair has none yet, what its sessions usually take if that is later. Never after the last day that there is. In works council mode by no booking, whose day would go when its pair ends.</summary>
    private static DateTimeOffset LastSession(Cohort cohort, DateTimeOffset begun, int days, CohortStanding standing, DateTimeOffset now)
    {
        var latest = begun.AddDays(days);
        if (cohort.Settings.WorksCouncil)
        {
            return SeriesLength.LikelyEnd(cohort, begun) is var planned && planned > now && planned < latest ? planned : latest;
        }

        var (booked, likely) = (standing.AllSettled(cohort, now), SeriesLength.LikelyEnd(cohort, now));
        var last = standing.IsPlanned ? booked ?? now : booked > likely ? booked.Value : likely;
        return last < latest ? last : latest;
    }

    /// <summary>Days that what was answered waits to be looked at, where somebody has added a topic.</summary>
    private static int LookOf(CohortSettings settings, PhaseDeclaration phase) => phase.Name == PhaseNames.CallForTopics ? settings.TopicsLookDays : 0;

    /// <returns>Null: it takes no time of its own.</returns>
    private static int? DaysOf(CohortSettings settings, PhaseDeclaration phase) => phase.Ending switch
    {
        PhaseEnding.FirstDay => 0,
        PhaseEnding.LastSession => SeriesLength.LikelyDaysOf(settings),
        PhaseEnding.Answers or PhaseEnding.Approval or PhaseEnding.Deadline => phase.Length?.Invoke(settings.Phases) ?? settings.RetentionDays,
        PhaseEnding.AtOnce or PhaseEnding.Nothing => null,
    };
}
