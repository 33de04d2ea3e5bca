using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>Finds the pairs or circles: the first time for HR to review; after declines, within the rules that HR has seen.</summary>
internal sealed class MatchingPhase(MeetingFinder finder, CalendarSurvey survey) : IPhase
{
    public string Name => PhaseNames.Matching;

    public async Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        var afterDeclines = context.State.Past.Any(phase => phase.Name == PhaseNames.Confirmation);
        if (context.State.OpenedAt is null)
        {
            if (await survey.Survey(context, cancel) is { } later)
            {
                return PhaseTransition.Wait(later);
            }

            await finder.Match(context, cancel);
        }

        return PhaseTransition.GoTo(afterDeclines ? PhaseNames.Confirmation : PhaseNames.Review, context.State.Invited);
    }
}
