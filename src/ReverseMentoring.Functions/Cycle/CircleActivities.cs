using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.Functions.Cycle;

public sealed class CircleActivities(Steps steps)
{
    [Function(nameof(AdvanceCircle))]
    public Task<StepOutcome> AdvanceCircle([ActivityTrigger] string process, CancellationToken cancel) => steps.Run(process, cancel);
}
