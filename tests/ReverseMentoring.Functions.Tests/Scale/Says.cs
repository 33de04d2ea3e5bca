using System.Globalization;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>Figures of a measurement, in lines.</summary>
internal static class Says
{
    public static string Head(ScalePlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Cohorts} cohorts of {plan.People} at once, {plan.Hosts} hosts, {plan.Partitions} partition(s), {Environment.ProcessorCount} processors");

    public static string Line(ScalePlan plan, Stage stage)
    {
        var (seconds, requests) = (stage.Took.TotalSeconds, stage.Requests);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{stage.Name}: {stage.Reached} of {plan.Cohorts} cohorts, {seconds:f0} s, {stage.Mails} mails ({stage.Mails / seconds:f1}/s, {Steps(stage)} rounds of the outbox), "
            + $"{stage.Functions} functions ({stage.Functions / seconds:f0}/s), "
            + $"requests: {requests.Rows} of rows, {requests.DurableTables} of Durable's tables, {requests.Queues} of queues, {requests.Blobs} of blobs; "
            + $"processors: hosts {stage.Hosts.Cpu / seconds:p0}, storage {stage.Storage / seconds:p0}, front {stage.Front.Cpu / seconds:p0}");
    }

    public static string Sum(ScalePlan plan, IReadOnlyList<Stage> stages, int twice)
    {
        var people = (double)plan.Cohorts * plan.People;
        var all = stages.Aggregate(
            new Stage("", 0, TimeSpan.Zero, 0, Tally.None, Tally.None, Requests.None, 0),
            (sum, stage) => new(
                "", 0, sum.Took + stage.Took, sum.Mails + stage.Mails, sum.Hosts + stage.Hosts, sum.Front + stage.Front, sum.Requests + stage.Requests, sum.Storage + stage.Storage));
        var requests = all.Requests;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"each person: {all.Mails / people:f1} mails, {all.Functions / people:f1} functions ({string.Join(", ", all.Hosts.Functions.OrderByDescending(one => one.Value).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value / people:f2}")))}), "
            + $"requests: {requests.Rows / people:f0} of rows, {requests.DurableTables / people:f0} of Durable's tables, {requests.Queues / people:f0} of queues, {requests.Blobs / people:f1} of blobs; "
            + $"{people / all.Took.TotalSeconds:f1} people/s; mails that went twice: {twice}");
    }

    private static long Steps(Stage stage) => stage.Hosts.Functions.GetValueOrDefault("SendMail");
}
