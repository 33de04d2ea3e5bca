using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Cycle;

/// <summary>A pair's or circle's way, session by session. Each is an instance of its own, and no part of its cohort's.</summary>
public static class MeetingOrchestrator
{
    [Function(nameof(MeetingOrchestrator))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ProcessGeneration generation) =>
        Generation.UntilEnd(context, nameof(MeetingActivities.AdvanceMeeting), generation);
}
