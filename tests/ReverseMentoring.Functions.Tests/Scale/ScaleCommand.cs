using System.CommandLine;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>How large a measurement is.</summary>
/// <param name="Cohorts">At the same time.</param>
/// <param name="People">In each.</param>
/// <param name="Hosts">Beside each other.</param>
/// <param name="Partitions">Of the task hub.</param>
/// <param name="Most">How long it may take; what is not reached then is said.</param>
internal sealed record ScalePlan(int Cohorts, int People, int Hosts, int Partitions, TimeSpan Most);

/// <summary><c>scale</c>: many cohorts at once on the storage backend, and what they take of it.</summary>
internal static class ScaleCommand
{
    public const string Name = "scale";

    public static Task<int> Run(string[] arguments)
    {
        var cohorts = Option("--cohorts", "How many, at the same time", 50);
        var people = Option("--people", "In each of them", 100);
        var hosts = Option("--hosts", "Beside each other", 2);
        var partitions = Option("--partitions", "Of the task hub, 1 to 16", 1);
        var minutes = Option("--minutes", "How long it may take", 60);
        var root = new RootCommand("Measures many cohorts at once on the storage backend of Durable, over Azurite.") { cohorts, people, hosts, partitions, minutes };
        root.SetAction(async parsed =>
        {
            var plan = new ScalePlan(
                parsed.GetValue(cohorts), parsed.GetValue(people), parsed.GetValue(hosts), parsed.GetValue(partitions), TimeSpan.FromMinutes(parsed.GetValue(minutes)));
            return await new ScaleRun(plan, Console.Out).Play() is { Count: ScaleRun.Stages } stages && stages[^1].Reached == plan.Cohorts ? 0 : 1;
        });
        return root.Parse(arguments).InvokeAsync();
    }

    private static Option<int> Option(string name, string description, int usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
