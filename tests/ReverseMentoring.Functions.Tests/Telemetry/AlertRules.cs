using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Tests.Infrastructure;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.Web.Api;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>The alerts as infra has them, by the event ids that each asks for; and the messages of the code, by theirs.</summary>
internal static partial class AlertRules
{
    /// <summary>Every message that the product's own code can log on this host.</summary>
    public static IReadOnlyList<LoggerMessageAttribute> Messages { get; } =
    [
        .. new[] { typeof(ProcessRunner), typeof(ApiServices), typeof(Sweep) }.SelectMany(part => part.Assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>(),
    ];

    private static readonly Dictionary<string, string> All = Rule().Matches(Infra.Read("infra/alerts.bicep"))
        .ToDictionary(rule => rule.Groups["name"].Value, rule => Infra.Read("infra/" + rule.Groups["file"].Value));

    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>The event ids that a rule asks for.</summary>
    public static IEnumerable<int> Asked(string rule) => Ids(All[rule]);

    /// <summary>The event ids that a query asks for.</summary>
    public static IEnumerable<int> Ids(string query) => EventId().Matches(query).Select(id => int.Parse(id.Groups[1].Value, null)).Distinct();

    /// <summary>What a query asks of a message beside its id: placeholders of the message.</summary>
    public static IEnumerable<string> Fields(string query) =>
        Field().Matches(query).Select(field => field.Groups[1].Value).Where(field => field is not ("CategoryName" or "EventId")).Distinct();

    /// <summary>The rules that ask for a message.</summary>
    public static IEnumerable<string> Raised(string message)
    {
        // Pages and calls that fail say so in the same words, with ids of their own.
        var said = Messages.Where(one => Written(one).IsMatch(message)).Select(one => one.EventId).ToList();
        Assert.NotEmpty(said);
        return All.Where(rule => Asked(rule.Key).Intersect(said).Any() && Concerns(rule.Key, message)).Select(rule => rule.Key);
    }

    /// <summary>The rule of mails asks for the outbox's steps, and that of processes for all others.</summary>
    private static bool Concerns(string rule, string message) => rule switch
    {
        "mail-stuck" => message.Contains("outbox", StringComparison.Ordinal),
        "process-stuck" => !message.Contains("outbox.", StringComparison.Ordinal),
        _ => true,
    };

    private static Regex Written(LoggerMessageAttribute message) =>
        new($"^{string.Join(".*", Placeholder().Split(message.Message).Select(Regex.Escape))}$", RegexOptions.Singleline);

    [GeneratedRegex("""name: '(?<name>[a-z-]+)'\s+title: '[^']+'\s+query: loadTextContent\('(?<file>[^']+)'\)""")]
    private static partial Regex Rule();

    [GeneratedRegex("""
        "(\d{3})"
        """)]
    private static partial Regex EventId();

    [GeneratedRegex(@"customDimensions\.([A-Za-z]+)")]
    private static partial Regex Field();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
