using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>From the manager's call until the morning of the first day.</summary>
public sealed class Preparation : IPhase
{
    public static readonly TimeOnly FirstMail = new(8, 0);

    public string Name => PhaseNames.Preparation;

    public Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        var begins = context.Cohort.Zone.At(context.Cohort.Settings.Start, FirstMail);
        return Task.FromResult(context.Now >= begins || context.State.CloseNow
            ? PhaseTransition.GoTo(PhaseNames.CallForTopics)
            : PhaseTransition.Wait(begins));
    }
}
