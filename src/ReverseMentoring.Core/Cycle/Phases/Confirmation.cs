using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>
/// Both sides of each pair accept or decline, without fault; each pair sees to that itself. When all have decided,
/// those who were left without a partner are matched anew, at most so many times.
/// </summary>
public sealed class Confirmation : IPhase
{
    public string Name => PhaseNames.Confirmation;

    public async Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        var pairs = new MeetingRepository(context.Store, context.Cohort.Id);
        if (context.State.OpenedAt is null)
        {
            await TellWhoWaits(context, cancel);
            await context.SaveEach(
                pairs.All(cancel).Where(pair => pair.Value.Status is MeetingStatus.Draft or MeetingStatus.Proposed),
                pair => pair.Key,
                pair => pair.Value.Status is MeetingStatus.Draft ? Propose(pair) : [],
                cancel);
            await context.Save(context.State with { OpenedAt = context.Now, Cursor = null }, [], cancel);
        }

        var undecided = await pairs.All(cancel).Where(pair => pair.Value.Status is MeetingStatus.Proposed)
            .Select(pair => ProcessId.OfMeeting(context.Cohort.Id, pair.Value.Id)).ToListAsync(cancel);
        if (undecided.Count > 0)
        {
            return PhaseTransition.Wait(context.Now.AddDays(1)) with { Starts = undecided };
        }

        var confirmed = await pairs.All(cancel).CountAsync(pair => pair.Value.Status is MeetingStatus.Running, cancel);
        var lost = await pairs.All(cancel).AnyAsync(
            pair => pair.Value is { Status: MeetingStatus.Declined or MeetingStatus.Ended, StartedAt: null } && pair.Value.Round == context.State.Round, cancel);
        var again = lost && context.State.Round <= context.Cohort.Settings.ConfirmationRounds;
        return PhaseTransition.GoTo(again ? PhaseNames.Matching : PhaseNames.Sessions, confirmed);
    }

    /// <summary>Whom a draw makes wait hears it when the others hear of their partners, once. The rows of lots stand before those of pairs, so that one cursor goes through both.</summary>
    private static async Task TellWhoWaits(StepContext context, CancellationToken cancel)
    {
        if (context.State.Past.Any(phase => phase.Name == PhaseNames.Confirmation))
        {
            return;
        }

        var waiting = await context.Store.ReadWaiting(context.Cohort, cancel);
        await context.SaveEach(
            context.People(cancel).Where(person => person.IsActive && waiting.Contains(person.Id)),
            person => Rows.Lot + person.Id, person => NoPartner.Tell(context, person.Id), cancel);
    }

    private static Change[] Propose(Stored<Meeting> pair) =>
        [pair.Replace(pair.Value with { Status = MeetingStatus.Proposed }), Waiting.Begin(MeetingStatus.Proposed, pair.Value.Id)];
}
