using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle;

/// <summary>A cohort's way through its phases: commands first, then the phase that it is in.</summary>
internal sealed class CohortProcess(IStore store, IEnumerable<IPhase> phases, ErasureCompletion erasures, Newcomers newcomers, DirectoryWatch directory, OpenCallKeeper openCall, AuditLog audit, Wakes wakes, TimeProvider clock)
    : IProcess
{
    /// <summary>However quiet, a cohort is looked at once a day: whatever was lost is found then.</summary>
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    private readonly Dictionary<string, IPhase> byName = phases.ToDictionary(phase => phase.Name);

    public string Kind => ProgrammeProcesses.CohortKind;

    public async Task<StepResult> Step(ProcessId id, CancellationToken cancel)
    {
        var partition = Rows.Partition(id.Cohort);

        // The state first: a step between the two reads that writes the cohort's row writes the state too, and this one meets it.
        var state = await store.ReadState(id.Cohort, cancel);
        var cohort = await store.ReadCohort(id.Cohort, cancel);
        if (cohort is null || state is null || state.Value.Status is CycleStatus.Erased)
        {
            return StepResult.Never;
        }

        var context = new StepContext(store, cohort, state, clock.GetUtcNow());
        var wakesMeetings = await CohortCommands.Apply(context, audit, cancel);
        var meetings = await PersonCommands.Apply(context, wakes, cancel);
        var forgets = await erasures.Settle(context, cancel);
        if (context.State.Status is CycleStatus.Paused)
        {
            return new(Soonest(context.Now, forgets), context.State.Phase) { Starts = await Heard() };
        }

        await KnowHolidays(context, cancel);
        await context.PublishWave(cancel);
        var calls = await openCall.Keep(context, cancel);
        await newcomers.Welcome(context, cancel);
        await Announcement.Tell(context, cancel);
        var heldUntil = await HeldMails.Settle(context, cancel);
        var looks = await directory.Look(context, cancel);
        var digest = await WeeklyDigest.Queue(context, cancel);
        var transition = OnWorkday(context, await byName[context.State.Phase].Advance(context, cancel));
        if (transition.To is { } to)
        {
            await audit.Add(null, $"phase:{to}", id.Cohort, name: $"{id.Cohort}:{context.State.Stage}:{to}", cancel: cancel);
            await context.Save(context.State.GoTo(to, context.Now, transition.Answered), [], cancel);
            transition = transition with { WakeAt = context.Now };
        }

        return new(context.State.Status is CycleStatus.Erased ? null : Soonest(context.Now, transition.WakeAt, heldUntil, looks, digest, calls, forgets), context.State.Phase)
        {
            Ended = context.State.Status is CycleStatus.Erased,
            Starts = [.. transition.Starts, ProcessId.Outbox, .. await Heard()],
        };

        // Whoever still lives when the sessions are over, or are to be, is told so at each step: a wake that was lost is made good by the next.
        async Task<IReadOnlyList<ProcessId>> Heard() => wakesMeetings || context.State.CloseNow || PhaseCatalogue.IsBefore(PhaseNames.Sessions, context.State.Phase)
            ? [.. meetings, .. await store.LiveMeetings(id.Cohort, cancel)]
            : meetings;
    }

    /// <summary>Holidays of its people count for the cohort's own days too.</summary>
    private async Task KnowHolidays(StepContext context, CancellationToken cancel)
    {
        var holidays = await Holidays.All(store, context.Cohort.Id, cancel);
        if (!holidays.SequenceEqual(context.Cohort.Holidays))
        {
            await context.Save(context.State, context.Cohort with { Holidays = holidays }, [], cancel);
        }
    }

    /// <summary>A phase ends, and the next begins, on a working day, unless the manager wants it now; what is kept is erased on any.</summary>
    private static PhaseTransition OnWorkday(StepContext context, PhaseTransition transition)
    {
        var begins = context.Cohort.OnWorkday(context.Now);
        return transition.To is not { } to || begins == context.Now || context.State.CloseNow || context.State.Approved || !PhaseCatalogue.IsBefore(to, PhaseNames.Retention)
            ? transition
            : transition with { To = null, WakeAt = begins };
    }

    private static DateTimeOffset Soonest(DateTimeOffset now, params ReadOnlySpan<DateTimeOffset?> wakes)
    {
        var soonest = now + Daily;
        foreach (var wake in wakes)
        {
            soonest = wake < soonest ? wake.Value : soonest;
        }

        return soonest;
    }
}
