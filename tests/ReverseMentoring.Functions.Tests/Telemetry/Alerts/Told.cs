using System.Reflection;
using Microsoft.Extensions.Logging;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace ReverseMentoring.Functions.Tests.Telemetry.Alerts;

/// <summary>A row as it arrives in Azure Monitor.</summary>
internal sealed record Told(string Table, DateTimeOffset At, Row Columns)
{
    /// <summary>A message of the product's code, by its event id, with values that it has.</summary>
    public static Told Message(DateTimeOffset at, int id, params (string Field, string Value)[] values)
    {
        var (method, message) = Assert.Single(AlertRules.Written, one => one.Message.EventId == id);
        Assert.All(values, value => Assert.Contains($"{{{value.Field}", message.Message, StringComparison.Ordinal));
        return Trace(at, method.DeclaringType!.FullName!, id, values.Select(value => KeyValuePair.Create(value.Field, (object?)value.Value)));
    }

    /// <summary>A record of any code.</summary>
    public static Told Trace(DateTimeOffset at, string category, int id, IEnumerable<KeyValuePair<string, object?>> values) => new("traces", at, new Dictionary<string, object?>
    {
        ["customDimensions"] = new Dictionary<string, object?>(values) { ["CategoryName"] = category, ["EventId"] = id.ToString(null, null) },
    });

    /// <summary>What the host tells of a function that ran.</summary>
    public static Told Ran(DateTimeOffset at, string function, bool success) => new("requests", at, new Dictionary<string, object?> { ["name"] = function, ["success"] = success });

    /// <summary>What the workspace tells of itself.</summary>
    public static Told OfWorkspace(DateTimeOffset at, string category, string detail) =>
        new("_LogOperation", at, new Dictionary<string, object?> { ["Category"] = category, ["Detail"] = detail });
}
