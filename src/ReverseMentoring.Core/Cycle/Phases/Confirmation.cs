using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>
/// Both sides of each pair accept or decline, without fault; each pair sees to that itself. When all have decided,
/// those who were left without a partner are matched anew, at most so many times.
/// </summary>
public sealed class Confirmation : IPhase
{
    public string Name => PhaseNames.Confirmation;

    public async Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        var pairs = new MeetingRepository(turn.Store, turn.Cohort.Id);
        if (turn.State.OpenedAt is null)
        {
            await turn.SaveEach(
                pairs.All(cancel).Where(pair => pair.Value.Status is MeetingStatus.Draft or MeetingStatus.Proposed),
                pair => pair.Key,
                pair => pair.Value.Status is MeetingStatus.Draft ? Propose(pair) : [],
                cancel);
            await turn.Save(turn.State with { OpenedAt = turn.Now, Cursor = null }, [], cancel);
        }

        var undecided = await pairs.All(cancel).Where(pair => pair.Value.Status is MeetingStatus.Proposed)
            .Select(pair => ProcessId.OfMeeting(turn.Cohort.Id, pair.Value.Id)).ToListAsync(cancel);
        if (undecided.Count > 0)
        {
            return Move.Wait(turn.Now.AddDays(1)) with { Starts = undecided };
        }

        var confirmed = await pairs.All(cancel).CountAsync(pair => pair.Value.Status is MeetingStatus.Running, cancel);
        var lost = await pairs.All(cancel).AnyAsync(
            pair => pair.Value is { Status: MeetingStatus.Declined or MeetingStatus.Ended, StartedAt: null } && pair.Value.Round == turn.State.Round, cancel);
        var again = lost && turn.State.Round <= turn.Cohort.Settings.ConfirmationRounds;
        return Move.GoTo(again ? PhaseNames.Matching : PhaseNames.Sessions, confirmed);
    }

    private static Change[] Propose(Stored<Meeting> pair) =>
        [pair.Replace(pair.Value with { Status = MeetingStatus.Proposed }), Waiting.Begin(MeetingStatus.Proposed, pair.Value.Id)];
}
