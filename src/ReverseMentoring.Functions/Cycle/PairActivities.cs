using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.Functions.Cycle;

public sealed class PairActivities(Steps steps)
{
    [Function(nameof(AdvancePair))]
    public Task<StepOutcome> AdvancePair([ActivityTrigger] string process, CancellationToken cancel) => steps.Run(process, cancel);
}
