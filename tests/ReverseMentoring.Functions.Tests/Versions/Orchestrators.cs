using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Grpc;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>A release's orchestrators by name; each takes a turn as the worker in Azure has it taken: what Durable tells in, what is asked for out, both as base64.</summary>
internal static class Orchestrators
{
    public static IReadOnlyDictionary<string, Func<string, string>> Today { get; } = All(
        CohortOrchestrator.Run,
        (context, activity, generation) => activity switch
        {
            nameof(MeetingActivities.AdvanceMeeting) => MeetingOrchestrator.Run(context, generation),
            nameof(MailActivities.SendMail) => OutboxOrchestrator.Run(context, generation),
            _ => DraftOrchestrator.Run(context, generation),
        });

    /// <summary>One that asks for something different, and keeps beside it what the release before asked for.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> Next { get; } = All(NextRelease.Cohort, NextRelease.OfProcess);

    /// <summary>One that asks for something different, and for nothing else.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> Careless { get; } = All(OldRelease.Cohort, OldRelease.OfProcess);

    private static Dictionary<string, Func<string, string>> All(
        Func<TaskOrchestrationContext, CohortGeneration, Task> cohort, Func<TaskOrchestrationContext, string, ProcessGeneration, Task> ofProcess) => new(StringComparer.Ordinal)
    {
        [nameof(CohortOrchestrator)] = Turns<CohortGeneration>(cohort),
        [nameof(MeetingOrchestrator)] = Turns<ProcessGeneration>((context, generation) => ofProcess(context, nameof(MeetingActivities.AdvanceMeeting), generation)),
        [nameof(OutboxOrchestrator)] = Turns<ProcessGeneration>((context, generation) => ofProcess(context, nameof(MailActivities.SendMail), generation)),
        [nameof(DraftOrchestrator)] = Turns<ProcessGeneration>((context, generation) => ofProcess(context, nameof(DraftActivities.AgeDraft), generation)),
    };

    private static Func<string, string> Turns<T>(Func<TaskOrchestrationContext, T, Task> run) =>
        request => GrpcOrchestrationRunner.LoadAndRun<T, object>(request, async (context, input) =>
        {
            await run(context, input!);
            return null;
        });
}
