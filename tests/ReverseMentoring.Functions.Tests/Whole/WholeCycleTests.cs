using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Functions.Tests.Azurite;

namespace ReverseMentoring.Functions.Tests.Whole;

public sealed class WholeCycleTests(PlayedCycle played) : IClassFixture<PlayedCycle>
{
    [AzuriteFact]
    public void A_cycle_in_durable_orchestrations_over_tables_comes_to_what_the_local_host_comes_to()
    {
        Assert.Equal(played.OnTheLocalHost.Pairs, played.Outcome.Pairs);
        Assert.Equal(played.OnTheLocalHost.Mails, played.Outcome.Mails);
        Assert.Equal(played.OnTheLocalHost.Report, played.Outcome.Report);
    }

    [AzuriteFact]
    public void Erasure_leaves_no_name_in_any_row_blob_or_queue()
    {
        Assert.Contains(Company.Planted, played.AtTheReport, StringComparison.Ordinal);
        Assert.DoesNotContain(Company.Planted, played.AfterErasure, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public void No_name_and_no_address_is_in_any_log_trace_or_figure()
    {
        Assert.NotEmpty(played.Heard.Logs);
        Assert.NotEmpty(played.Heard.Activities);
        Assert.NotEmpty(played.Heard.Measurements);
        Assert.DoesNotContain(played.Heard.All, line => line.Contains(Company.Planted, StringComparison.OrdinalIgnoreCase));
    }

    [AzuriteFact]
    public void The_way_of_a_cohort_can_be_followed_by_its_id_in_traces_and_in_logs()
    {
        var traced = played.Heard.Activities
            .Where(activity => activity.Source.Name == StepTelemetry.Name && Equals(activity.GetTagItem(StepTelemetry.CohortTag), played.Cohort.Value))
            .OrderBy(activity => activity.StartTimeUtc).ToList();
        var phases = traced.Where(activity => Equals(activity.GetTagItem(StepTelemetry.ProcessTag), ProcessId.OfCohort(played.Cohort).Name))
            .Select(activity => activity.GetTagItem(StepTelemetry.PhaseTag)).OfType<string>().Distinct().ToList();

        Assert.Equal(PhaseCatalogue.Names.Where(phases.Contains), phases);
        Assert.Superset(new HashSet<string>([PhaseNames.Review, PhaseNames.Sessions, PhaseNames.Retention, PhaseNames.Erased]), phases.ToHashSet());
        Assert.Contains(traced, activity => activity.GetTagItem(StepTelemetry.ProcessTag) is string process && process.StartsWith("meeting.", StringComparison.Ordinal));
        Assert.All(phases, phase => Assert.Contains(
            played.Heard.Logs, log => log.Message.StartsWith($"A step of {ProcessId.OfCohort(played.Cohort)} is done: {phase},", StringComparison.Ordinal)));
    }
}
