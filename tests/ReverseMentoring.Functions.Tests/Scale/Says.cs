using System.Globalization;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>Figures of a measurement, in lines.</summary>
internal static class Says
{
    public static string Head(ScalePlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Cohorts} cohorts of {plan.People} at once, {plan.Hosts} hosts, {plan.Partitions} partition(s), {Environment.ProcessorCount} processors");

    public static string Line(ScalePlan plan, Stage stage, (int Blob, int Queue, int Table) ports)
    {
        var (seconds, functions) = (stage.Took.TotalSeconds, Functions(stage));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{stage.Name}: {stage.Reached} of {plan.Cohorts} cohorts, {seconds:f0} s, {stage.Mails} mails ({stage.Mails / seconds:f1}/s, {Steps(stage)} rounds of the outbox), "
            + $"{functions} functions ({functions / seconds:f0}/s), {Requests(stage, ports)}; processors: hosts {stage.Hosts.Cpu / seconds:p0}, storage {stage.Storage / seconds:p0}, front {stage.Front.Cpu / seconds:p0}");
    }

    public static string Sum(ScalePlan plan, IReadOnlyList<Stage> stages, (int Blob, int Queue, int Table) ports, int twice)
    {
        var people = (double)plan.Cohorts * plan.People;
        var all = stages.Aggregate(
            new Stage("", 0, TimeSpan.Zero, 0, Tally.None, Tally.None, 0),
            (sum, stage) => new("", 0, sum.Took + stage.Took, sum.Mails + stage.Mails, sum.Hosts + stage.Hosts, sum.Front + stage.Front, sum.Storage + stage.Storage));
        var (tables, own) = (Count(all, ports.Table), all.Hosts.Rows + all.Front.Rows);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"each person: {all.Mails / people:f1} mails, {Functions(all) / people:f1} functions ({string.Join(", ", all.Hosts.Functions.OrderByDescending(one => one.Value).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value / people:f2}")))}), "
            + $"requests: {own / people:f0} of rows, {(tables - own) / people:f0} of Durable's tables, {Count(all, ports.Queue) / people:f0} of queues, {Count(all, ports.Blob) / people:f1} of blobs; "
            + $"{people / all.Took.TotalSeconds:f1} people/s; mails that went twice: {twice}");
    }

    private static long Functions(Stage stage) => stage.Hosts.Functions.Values.Sum();

    private static long Steps(Stage stage) => stage.Hosts.Functions.GetValueOrDefault("SendMail");

    private static string Requests(Stage stage, (int Blob, int Queue, int Table) ports)
    {
        var (rows, tables) = (stage.Hosts.Rows + stage.Front.Rows, Count(stage, ports.Table));
        return string.Create(CultureInfo.InvariantCulture, $"requests: {rows} of rows, {tables - rows} of Durable's tables, {Count(stage, ports.Queue)} of queues, {Count(stage, ports.Blob)} of blobs");
    }

    private static long Count(Stage stage, int port)
    {
        var key = port.ToString(CultureInfo.InvariantCulture);
        return stage.Hosts.Requests.GetValueOrDefault(key) + stage.Front.Requests.GetValueOrDefault(key);
    }
}
