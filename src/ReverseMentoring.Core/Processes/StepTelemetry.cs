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

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Steps = Meter.CreateCounter<long>("reverse_mentoring.steps", "{step}", "Steps of processes that were run.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("reverse_mentoring.step.duration", "s", "How long steps took.");

    private static readonly Histogram<double> Delay = Meter.CreateHistogram<double>("reverse_mentoring.step.delay", "s", "How long after they were due steps came.");

    /// <returns>Null where nobody listens.</returns>
    internal static Activity? Begin(ProcessId process) =>
        Source.StartActivity($"step {process.Kind}")?.SetTag(CohortTag, process.Scope).SetTag(ProcessTag, process.Name);

    /// <param name="process">Whose step comes.</param>
    /// <param name="late">How long it was due; null or less than nothing: it is not due, and comes all the same.</param>
    internal static void Came(ProcessId process, TimeSpan? late)
    {
        if (late >= TimeSpan.Zero)
        {
            Delay.Record(late.Value.TotalSeconds, new KeyValuePair<string, object?>(KindTag, process.Kind));
        }
    }

    internal static void Done(Activity? activity, ProcessId process, StepResult result, TimeSpan took)
    {
        activity?.SetTag(PhaseTag, result.Phase).SetStatus(ActivityStatusCode.Ok);
        Count(process, "done", took);
    }

    internal static void Failed(Activity? activity, ProcessId process, Exception failure, TimeSpan took)
    {
        activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
        Count(process, "failed", took);
    }

    private static void Count(ProcessId process, string outcome, TimeSpan took)
    {
        Steps.Add(1, new(KindTag, process.Kind), new(OutcomeTag, outcome));
        Duration.Record(took.TotalSeconds, new(KindTag, process.Kind), new(OutcomeTag, outcome));
    }
}
