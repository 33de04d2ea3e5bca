using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>From the manager's call until the morning of the first day.</summary>
public sealed class Preparation : IPhase
{
    public static readonly TimeOnly FirstMail = new(8, 0);

    public string Name => PhaseNames.Preparation;

    /// <summary>The morning of the first day, or of the next that is no day off.</summary>
    public static DateTimeOffset BeginOf(Cohort cohort) => cohort.Zone.At(cohort.Days.OnOrAfter(cohort.Settings.Start), FirstMail);

    public Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        var begins = BeginOf(context.Cohort);
        return Task.FromResult(context.Now >= begins || context.State.CloseNow
            ? PhaseTransition.GoTo(PhaseNames.CallForTopics)
            : PhaseTransition.Wait(begins));
    }
}
