using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.Functions.Cycle;

public sealed class MailActivities(StepRunner stepRunner)
{
    [Function(nameof(SendMail))]
    public Task<StepOutcome> SendMail([ActivityTrigger] string process, CancellationToken cancel) => stepRunner.Run(process, cancel);
}
