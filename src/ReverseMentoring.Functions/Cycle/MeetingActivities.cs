using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.Functions.Cycle;

public sealed class MeetingActivities(StepRunner stepRunner)
{
    [Function(nameof(AdvanceMeeting))]
    public Task<StepOutcome> AdvanceMeeting([ActivityTrigger] string process, CancellationToken cancel) => stepRunner.Run(process, cancel);
}
