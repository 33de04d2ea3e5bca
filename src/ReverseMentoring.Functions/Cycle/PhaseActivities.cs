using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>
/// An activity for each phase, so that the portal shows the cycle. What is to be done stands in the core: the cohort's
/// stored state says which phase is stepped, whatever the activity that was asked for it is called.
/// </summary>
public sealed class PhaseActivities(StepRunner stepRunner, DurableClients clients)
{
    private static readonly Dictionary<string, string> ByPhase = new(StringComparer.Ordinal)
    {
        [PhaseNames.Preparation] = nameof(AwaitFirstDay),
        [PhaseNames.CallForTopics] = nameof(CallForTopics),
        [PhaseNames.OffersAndWishes] = nameof(AskForOffersAndWishes),
        [PhaseNames.Matching] = nameof(MatchPairs),
        [PhaseNames.Review] = nameof(AwaitReview),
        [PhaseNames.Confirmation] = nameof(ConfirmPairs),
        [PhaseNames.Sessions] = nameof(FollowSessions),
        [PhaseNames.Feedback] = nameof(AskForFeedback),
        [PhaseNames.Report] = nameof(WriteReport),
        [PhaseNames.Retention] = nameof(EraseAfterRetention),
        [PhaseNames.Erased] = nameof(EraseAfterRetention),
    };

    /// <summary>
    /// The activity of a phase. One that only another release knows is stepped all the same, since the core decides, and shows in
    /// the portal as what it is. None of this release's phases may end there.
    /// </summary>
    public static string ActivityOf(string phase) => ByPhase.GetValueOrDefault(phase, nameof(StepPhaseOfOtherRelease));

    [Function(nameof(AwaitFirstDay))]
    public Task<StepOutcome> AwaitFirstDay([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(CallForTopics))]
    public Task<StepOutcome> CallForTopics([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(AskForOffersAndWishes))]
    public Task<StepOutcome> AskForOffersAndWishes([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(MatchPairs))]
    public Task<StepOutcome> MatchPairs([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(AwaitReview))]
    public Task<StepOutcome> AwaitReview([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(ConfirmPairs))]
    public Task<StepOutcome> ConfirmPairs([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(FollowSessions))]
    public Task<StepOutcome> FollowSessions([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(AskForFeedback))]
    public Task<StepOutcome> AskForFeedback([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(WriteReport))]
    public Task<StepOutcome> WriteReport([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(EraseAfterRetention))]
    public Task<StepOutcome> EraseAfterRetention([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    [Function(nameof(StepPhaseOfOtherRelease))]
    public Task<StepOutcome> StepPhaseOfOtherRelease([ActivityTrigger] string process, [DurableClient] DurableTaskClient client, CancellationToken cancel) => Step(process, client, cancel);

    /// <summary>
    /// Whatever phase an orchestration was in when it asked: a command may have come since, and the step may erase, which
    /// ends instances. Activities run on machines of their own, where no other function has left a client.
    /// </summary>
    private Task<StepOutcome> Step(string process, DurableTaskClient client, CancellationToken cancel)
    {
        clients.Use(client);
        return stepRunner.RunCohort(process, cancel);
    }
}
