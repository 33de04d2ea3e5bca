using System.Text.RegularExpressions;
using System.Xml;
using ReverseMentoring.Functions.Tests.Infrastructure;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace ReverseMentoring.Functions.Tests.Telemetry.Alerts;

/// <summary>A rule as infra/alerts.bicep has it.</summary>
/// <param name="Window">Over which it asks.</param>
/// <param name="Every">When it asks again.</param>
/// <param name="Looks">That must find something, one after another.</param>
/// <param name="Threshold">Rows that may be found.</param>
internal sealed partial record AlertRule(string Name, string Query, TimeSpan Window, TimeSpan Every, int Looks, int Threshold)
{
    private static readonly string[] Tables = ["traces", "requests", "_LogOperation"];

    public static IReadOnlyList<AlertRule> All { get; } = Read(Infra.Read("infra/alerts.bicep"));

    /// <summary>Whether it goes off at a moment.</summary>
    public bool IsRaised(IReadOnlyList<Told> told, DateTimeOffset at) =>
        Enumerable.Range(0, Looks).All(look => Kql.Ask(Query, Within(told, at - (look * Every))).Count > Threshold);

    private Dictionary<string, IReadOnlyList<Row>> Within(IReadOnlyList<Told> told, DateTimeOffset at) => Tables.ToDictionary(
        table => table, table => (IReadOnlyList<Row>)[.. told.Where(one => one.Table == table && one.At > at - Window && one.At <= at).Select(one => one.Columns)]);

    private static IReadOnlyList<AlertRule> Read(string bicep)
    {
        var (every, threshold) = (Frequency().Match(bicep).Groups[1].Value, Criterion().Match(bicep).Groups[1].Value);
        return [.. Rule().Matches(bicep).Select(rule => new AlertRule(
            rule.Groups["name"].Value, Infra.Read("infra/" + rule.Groups["file"].Value), XmlConvert.ToTimeSpan(rule.Groups["window"].Value),
            XmlConvert.ToTimeSpan(every), int.Parse(rule.Groups["looks"].Value, null), int.Parse(threshold, null)))];
    }

    [GeneratedRegex("""name: '(?<name>[a-z-]+)'\s+title: '[^']+'\s+query: loadTextContent\('(?<file>[^']+)'\)\s+severity: \d\s+window: '(?<window>\w+)'(?:\s*//[^\n]*|\s+scope: \w+)*\s+looks: (?<looks>\d)""")]
    private static partial Regex Rule();

    [GeneratedRegex(@"scheduledQueryRules@.*?evaluationFrequency: '(\w+)'", RegexOptions.Singleline)]
    private static partial Regex Frequency();

    [GeneratedRegex(@"timeAggregation: 'Count'\s+operator: 'GreaterThan'\s+threshold: (\d+)\s+failingPeriods: \{ numberOfEvaluationPeriods: rule\.looks, minFailingPeriodsToAlert: rule\.looks \}")]
    private static partial Regex Criterion();
}
