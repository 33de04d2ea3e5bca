using System.Text.RegularExpressions;
using ReverseMentoring.Functions.Tests.Infrastructure;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>The alerts as infra has them: each rule's name, and what it looks for in the logs.</summary>
internal static partial class AlertRules
{
    // The language of the queries has the same expressions, as far as they are used here.
    private static readonly Dictionary<string, Regex> All = Rule().Matches(Infra.Read("infra/alerts.bicep"))
        .ToDictionary(rule => rule.Groups["name"].Value, rule => new Regex(rule.Groups["regex"].Value, RegexOptions.CultureInvariant));

    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>The rules that a message raises.</summary>
    public static IEnumerable<string> Raised(string message) => All.Where(rule => rule.Value.IsMatch(message)).Select(rule => rule.Key);

    [GeneratedRegex("""name: '(?<name>[a-z-]+)'\s+title: '[^']+'\s+query: '[^']*traces \| where [^']*message matches regex "(?<regex>[^"]+)"[^']*'""")]
    private static partial Regex Rule();
}
