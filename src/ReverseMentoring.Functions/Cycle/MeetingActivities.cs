using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.Functions.Cycle;

public sealed class MeetingActivities(Steps steps)
{
    [Function(nameof(AdvanceMeeting))]
    public Task<StepOutcome> AdvanceMeeting([ActivityTrigger] string process, CancellationToken cancel) => steps.Run(process, cancel);
}
