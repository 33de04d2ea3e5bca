using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.Web.Api;

namespace ReverseMentoring.Functions.Tests.Telemetry.Alerts;

/// <summary>All alerts, by what is told; and the messages of the code, by their ids.</summary>
internal static partial class AlertRules
{
    /// <summary>Every message that the product's own code can log on this host, with what writes it.</summary>
    public static IReadOnlyList<(MethodInfo By, LoggerMessageAttribute Message)> Written { get; } =
    [
        .. new[] { typeof(ProcessRunner), typeof(ApiServices), typeof(Sweep) }.SelectMany(part => part.Assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => (method, method.GetCustomAttribute<LoggerMessageAttribute>()!)).Where(one => one.Item2 is not null),
    ];

    public static IReadOnlyList<LoggerMessageAttribute> Messages { get; } = [.. Written.Select(one => one.Message)];

    public static IEnumerable<string> Names => AlertRule.All.Select(rule => rule.Name).Order(StringComparer.Ordinal);

    /// <summary>The event ids that a rule asks for.</summary>
    public static IEnumerable<int> Asked(string rule) => Ids(AlertRule.All.Single(one => one.Name == rule).Query);

    /// <summary>The event ids that a query asks for.</summary>
    public static IEnumerable<int> Ids(string query) => EventId().Matches(query).Select(id => int.Parse(id.Groups[1].Value, null)).Distinct();

    /// <summary>What a query asks of a message beside its id: placeholders of the message.</summary>
    public static IEnumerable<string> Fields(string query) =>
        Field().Matches(query).Select(field => field.Groups[1].Value).Where(field => field is not ("CategoryName" or "EventId")).Distinct();

    /// <summary>The alerts that go off at one of their looks.</summary>
    public static IEnumerable<string> Raised(IReadOnlyList<Told> told, DateTimeOffset from, DateTimeOffset to) => AlertRule.All
        .Where(rule => Moments(from, to, rule.Every).Any(at => rule.IsRaised(told, at)))
        .Select(rule => rule.Name).Order(StringComparer.Ordinal);

    /// <summary>The alerts that go off where the code writes a record again and again for an hour.</summary>
    public static IEnumerable<string> RaisedByMany(Overheard.Record record)
    {
        var (begin, ever) = (DateTimeOffset.UnixEpoch, Enumerable.Range(0, 12).Select(number => DateTimeOffset.UnixEpoch.AddMinutes(5 * number)).ToList());
        return Raised(
            [.. ever.Select(at => Told.Trace(at, record.Category, record.Event.Id, record.Values)), .. ever.Select(at => Told.Message(at, 207))], begin.AddMinutes(55), begin.AddMinutes(55));
    }

    private static IEnumerable<DateTimeOffset> Moments(DateTimeOffset from, DateTimeOffset to, TimeSpan every)
    {
        for (var at = from; at <= to; at += every)
        {
            yield return at;
        }
    }

    [GeneratedRegex("""
        "(\d{3})"
        """)]
    private static partial Regex EventId();

    [GeneratedRegex(@"customDimensions\.([A-Za-z]+)")]
    private static partial Regex Field();
}
