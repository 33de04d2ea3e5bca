using ReverseMentoring.Core.Cycle.Finding;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>Finds the pairs or circles: the first time for HR to review; after declines, within the rules that HR has seen.</summary>
internal sealed class MatchingPhase(MeetingFinder finder, CalendarSurvey survey) : IPhase
{
    public string Name => PhaseNames.Matching;

    public async Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        var afterDeclines = turn.State.Past.Any(phase => phase.Name == PhaseNames.Confirmation);
        if (turn.State.OpenedAt is null)
        {
            if (await survey.Look(turn, cancel) is { } later)
            {
                return Move.Wait(later);
            }

            await finder.Match(turn, cancel);
        }

        return Move.GoTo(afterDeclines ? PhaseNames.Confirmation : PhaseNames.Review, turn.State.Invited);
    }
}
