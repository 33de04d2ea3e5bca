using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.Functions.Cycle;

public sealed class DraftActivities(StepRunner stepRunner)
{
    [Function(nameof(AgeDraft))]
    public Task<StepOutcome> AgeDraft([ActivityTrigger] string process, CancellationToken cancel) => stepRunner.Run(process, cancel);
}
