using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle;

/// <summary>A cohort's way through its phases: commands first, then the phase that it is in.</summary>
public sealed class CohortProcess(IStore store, IEnumerable<IPhase> phases, Newcomers newcomers, TimeProvider clock) : IProcess
{
    /// <summary>However quiet, a cohort is looked at once a day: whatever was lost is found then.</summary>
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    private readonly Dictionary<string, IPhase> byName = phases.ToDictionary(phase => phase.Name);

    public string Kind => ProcessId.CohortKind;

    public async Task<Next> Step(ProcessId id, CancellationToken cancel)
    {
        var partition = Rows.Partition(id.Cohort);
        var cohort = await store.ReadCohort(id.Cohort, cancel);
        var state = await store.ReadState(id.Cohort, cancel);
        if (cohort is null || state is null || state.Value.Status is CycleStatus.Erased)
        {
            return Next.Never;
        }

        var turn = new Turn(store, cohort, state, clock.GetUtcNow());
        var wakesMeetings = await CohortCommands.Apply(turn, cancel);
        var meetings = await PersonCommands.Apply(turn, cancel);
        if (turn.State.Status is CycleStatus.Paused)
        {
            return new(null, turn.State.Phase);
        }

        await newcomers.Welcome(turn, cancel);
        var heldUntil = await HeldMails.Settle(turn, cancel);
        var move = await byName[turn.State.Phase].Advance(turn, cancel);
        if (move.To is { } to)
        {
            await turn.Save(turn.State.GoTo(to, turn.Now, move.Answered), [], cancel);
            move = move with { WakeAt = turn.Now };
        }

        // Whoever still lives when the sessions are over is told so at each step: a wake that was lost is made good by the next.
        wakesMeetings |= PhaseNames.IsBefore(PhaseNames.Sessions, turn.State.Phase);
        return new(turn.State.Status is CycleStatus.Erased ? null : Soonest(turn.Now, move.WakeAt, heldUntil), turn.State.Phase)
        {
            Ended = turn.State.Status is CycleStatus.Erased,
            Starts = [.. move.Starts, ProcessId.Outbox, .. meetings, .. wakesMeetings ? await store.LiveMeetings(id.Cohort, cancel) : []],
        };
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
