using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Cycle;

/// <param name="Process">The name of the process.</param>
/// <param name="Failures">Steps that failed in a row.</param>
public sealed record ProcessGeneration(string Process, int Failures = 0);

/// <summary>A pair's or circle's way, session by session. Each is an instance of its own, and no part of its cohort's.</summary>
public static class MeetingOrchestrator
{
    [Function(nameof(MeetingOrchestrator))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ProcessGeneration generation) =>
        Generation.OfMeeting(context, nameof(MeetingActivities.AdvanceMeeting), generation);
}
