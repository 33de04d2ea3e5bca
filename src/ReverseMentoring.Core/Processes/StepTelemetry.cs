using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReverseMentoring.Core.Processes;

/// <summary>Traces and figures of steps, by which the way of a cohort can be followed. They hold ids and counts only.</summary>
public static class StepTelemetry
{
    /// <summary>Of the source of traces and of the meter.</summary>
    public const string Name = "ReverseMentoring";

    public const string CohortTag = "reverse_mentoring.cohort";

    public const string ProcessTag = "reverse_mentoring.process";

    public const string PhaseTag = "reverse_mentoring.phase";

    private const string KindTag = "reverse_mentoring.kind";

    private const string OutcomeTag = "outcome";

    private static readonly ActivitySource Source = new(Name);

    private static readonly Counter<long> Steps = new Meter(Name).CreateCounter<long>("reverse_mentoring.steps", "{step}", "Steps of processes that were run.");

    /// <returns>Null where nobody listens.</returns>
    internal static Activity? Begin(ProcessId process) =>
        Source.StartActivity($"step {process.Kind}")?.SetTag(CohortTag, process.Scope).SetTag(ProcessTag, process.Name);

    internal static void Done(Activity? activity, ProcessId process, StepResult result)
    {
        activity?.SetTag(PhaseTag, result.Phase).SetStatus(ActivityStatusCode.Ok);
        Count(process, "done");
    }

    internal static void Failed(Activity? activity, ProcessId process, Exception failure)
    {
        activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
        Count(process, "failed");
    }

    private static void Count(ProcessId process, string outcome) => Steps.Add(1, new(KindTag, process.Kind), new(OutcomeTag, outcome));
}
