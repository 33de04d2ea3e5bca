using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.LocalHost.Simulating.Faults;

namespace ReverseMentoring.LocalHost.Fuzzing;

/// <summary>Bodies as the interface describes them, with something odd here and there.</summary>
/// <param name="description">Of the whole interface, as it is published (OpenAPI).</param>
internal sealed class JsonDrafts(JsonElement description)
{
    private const int Deepest = 6;

    private const double Odd = 0.15, LeftOut = 0.4;

    /// <param name="pattern">A route, such as <c>/api/cohorts/{cohort}/extend</c>.</param>
    /// <param name="method">Of HTTP.</param>
    /// <returns>What may be sent there, by its type; none where nothing is.</returns>
    public IReadOnlyDictionary<string, JsonElement> Bodies(string pattern, string method) =>
        description.GetProperty("paths").TryGetProperty(pattern, out var path) && path.TryGetProperty(method.ToLowerInvariant(), out var act)
            && act.TryGetProperty("requestBody", out var body) && body.TryGetProperty("content", out var content)
            ? content.EnumerateObject().ToDictionary(type => type.Name, type => type.Value.TryGetProperty("schema", out var schema) ? schema : default)
            : new Dictionary<string, JsonElement>();

    public string Draft(JsonElement schema, Chance chance)
    {
        var text = Make(schema, chance, 0)?.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";
        return chance.Below(20) switch
        {
            0 => OddTexts.Changed(chance, text),
            1 => text.Replace("\":", "\": \\uD83D", StringComparison.Ordinal),
            2 => string.Concat(Enumerable.Repeat("[", 1 << chance.Between(3, 12))),
            3 => text + text,
            _ => text,
        };
    }

    private JsonNode? Make(JsonElement schema, Chance chance, int depth)
    {
        if (schema.ValueKind is not JsonValueKind.Object || depth > Deepest || chance.Happens(Odd / 3))
        {
            return Leaf(chance);
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Make(reference.GetString()!.Split('/')[1..].Aggregate(description, (at, name) => at.GetProperty(name)), chance, depth);
        }

        foreach (var among in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.TryGetProperty(among, out var several) && several.GetArrayLength() > 0)
            {
                return Make(several[chance.Below(several.GetArrayLength())], chance, depth + 1);
            }
        }

        if (schema.TryGetProperty("enum", out var known) && known.GetArrayLength() > 0)
        {
            return chance.Happens(Odd) ? Leaf(chance) : JsonNode.Parse(known[chance.Below(known.GetArrayLength())].GetRawText());
        }

        return TypeOf(schema) switch
        {
            "object" => Object(schema, chance, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, chance.Below(4)).Select(_ => Make(schema.TryGetProperty("items", out var items) ? items : default, chance, depth + 1))]),
            "integer" => chance.Happens(Odd) ? Leaf(chance) : JsonValue.Create(chance.Between(-2, 60)),
            "number" => chance.Happens(Odd) ? Leaf(chance) : JsonValue.Create(Math.Round(chance.Draw() * 5, 2)),
            "boolean" => chance.Happens(Odd) ? Leaf(chance) : JsonValue.Create(chance.Happens(0.5)),
            _ => Text(schema, chance),
        };
    }

    private JsonObject Object(JsonElement schema, Chance chance, int depth)
    {
        var made = new JsonObject();
        string[] required = schema.TryGetProperty("required", out var all) ? [.. all.EnumerateArray().Select(name => name.GetString()!)] : [];
        foreach (var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToArray() : [])
        {
            if (!chance.Happens(required.Contains(property.Name) ? 0.05 : LeftOut))
            {
                made[property.Name] = Make(property.Value, chance, depth + 1);
            }
        }

        for (var more = schema.TryGetProperty("additionalProperties", out var others) ? chance.Below(3) : chance.Happens(0.05) ? 1 : 0; more > 0; more--)
        {
            made[OddTexts.Pick(chance)] = Make(others, chance, depth + 1);
        }

        return made;
    }

    private static JsonNode? Text(JsonElement schema, Chance chance) =>
        chance.Happens(Odd) ? Leaf(chance) : JsonValue.Create((schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "date" => $"2027-0{chance.Between(1, 9)}-{chance.Between(10, 28)}",
            "date-time" => $"2027-0{chance.Between(1, 9)}-{chance.Between(10, 28)}T10:00:00Z",
            _ => chance.Pick(["Spring", "ana@example.org", "Europe/Berlin", "en", "careers", "2027-03-01", "09:00", "mentor"]),
        });

    private static JsonNode? Leaf(Chance chance) => chance.Below(8) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(chance.Pick([-1L, 0, int.MaxValue, int.MaxValue + 1L, long.MaxValue, long.MinValue])),
        3 => JsonValue.Create(1e300),
        4 => new JsonArray(),
        5 => new JsonObject(),
        _ => JsonValue.Create(OddTexts.Pick(chance)),
    };

    private static string? TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? schema.TryGetProperty("properties", out _) ? "object" : null
        : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()).FirstOrDefault(one => one != "null")
        : type.GetString();
}
