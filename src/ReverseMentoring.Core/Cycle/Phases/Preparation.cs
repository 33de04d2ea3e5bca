namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>From the manager's call until the morning of the first day.</summary>
public sealed class Preparation : IPhase
{
    public static readonly TimeOnly FirstMail = new(8, 0);

    public string Name => PhaseNames.Preparation;

    public Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        var begins = turn.Cohort.Zone.At(turn.Cohort.Settings.Start, FirstMail);
        return Task.FromResult(turn.Now >= begins || turn.State.CloseNow
            ? Move.GoTo(PhaseNames.CallForTopics)
            : Move.Wait(begins));
    }
}
