using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.Functions.Cycle;

public sealed class MailActivities(Steps steps)
{
    [Function(nameof(SendMail))]
    public Task<StepOutcome> SendMail([ActivityTrigger] string process, CancellationToken cancel) => steps.Run(process, cancel);
}
