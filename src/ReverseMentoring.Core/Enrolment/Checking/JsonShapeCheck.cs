using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Enrolment.Checking;

/// <summary>
/// Goes through JSON along the type that it is meant for and names everything that doesn't fit, where a deserializer
/// stops at the first. What doesn't fit is left out, so that the rest can be looked at too.
/// </summary>
internal sealed class JsonShapeCheck(JsonSerializerOptions options, Findings findings)
{
    /// <returns>What fits, ready to be deserialized; <c>Fits</c> is false where nothing of it can be used.</returns>
    public (bool Fits, JsonNode? Node) Check(JsonElement element, Type type, string path)
    {
        var info = options.GetTypeInfo(type);
        return (info.Kind, element.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => ReadObject(element, info, path),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => (true, ReadList(element, info.ElementType!, path)),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) => (true, ReadDictionary(element, info.ElementType!, path)),
            (JsonTypeInfoKind.None, _) => ReadValue(element, type, path),
            _ => Misfit(type, info.Kind, path),
        };
    }

    private (bool Fits, JsonNode? Node) ReadObject(JsonElement element, JsonTypeInfo info, string path)
    {
        var known = info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        var result = new JsonObject();
        foreach (var sent in element.EnumerateObject())
        {
            var at = Join(path, sent.Name);
            if (!PlainText.CanBeShown(sent.Name))
            {
                findings.Error(path.Length == 0 ? "cohort" : path, PlainText.Problem, PlainText.Mend);
            }
            else if (!known.TryGetValue(sent.Name, out var property))
            {
                findings.Error(at, $"This field is not known{ClosestWord.End(sent.Name, known.Keys)}", $"Known here are: {string.Join(", ", known.Keys)}.");
            }
            else if (sent.Value.ValueKind is JsonValueKind.Null)
            {
                if (property.IsSetNullable)
                {
                    result[property.Name] = null;
                }
                else
                {
                    findings.Error(at, "This field can't be null.", "Leave it out for its default, or give a value.");
                }
            }
            else if (Check(sent.Value, property.PropertyType, at) is (true, var node))
            {
                result[property.Name] = node;
            }
        }

        var missing = known.Values.Where(property => property.IsRequired && !result.ContainsKey(property.Name)).ToArray();
        foreach (var property in missing)
        {
            findings.Error(Join(path, property.Name), "This field is missing.", "Give it a value.");
        }

        return (missing.Length == 0, result);
    }

    /// <summary>An object that can't be used leaves an empty one where that is allowed: places in the list must not shift.</summary>
    private JsonArray ReadList(JsonElement element, Type type, string path)
    {
        var list = new JsonArray();
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            var (fits, node) = Check(item, type, $"{path}[{index++}]");
            if (fits)
            {
                list.Add(node);
            }
            else if (options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info && !info.Properties.Any(property => property.IsRequired))
            {
                list.Add(new JsonObject());
            }
        }

        return list;
    }

    private JsonObject ReadDictionary(JsonElement element, Type type, string path)
    {
        var result = new JsonObject();
        foreach (var sent in element.EnumerateObject())
        {
            if (!PlainText.TryRead(sent.Name, out var name))
            {
                findings.Error(path, PlainText.Problem, PlainText.Mend);
            }
            else if (Check(sent.Value, type, Join(path, name)) is (true, var node))
            {
                result[name] = node;
            }
        }

        return result;
    }

    private (bool Fits, JsonNode? Node) ReadValue(JsonElement element, Type type, string path)
    {
        if (type == typeof(string) && element.ValueKind is JsonValueKind.String && !PlainText.CanBeShown(element.GetString()!))
        {
            findings.Error(path, PlainText.Problem, PlainText.Mend);
            return (false, null);
        }

        try
        {
            return element.Deserialize(type, options) is null ? Misfit(type, JsonTypeInfoKind.None, path) : (true, JsonValue.Create(element));
        }
        catch (Exception misfit) when (misfit is JsonException or FormatException or InvalidOperationException)
        {
            return Misfit(type, JsonTypeInfoKind.None, path);
        }
    }

    private (bool Fits, JsonNode? Node) Misfit(Type type, JsonTypeInfoKind kind, string path)
    {
        findings.Error(path.Length == 0 ? "cohort" : path, "The value is of the wrong kind.", $"Give {Words(Nullable.GetUnderlyingType(type) ?? type, kind)}.");
        return (false, null);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static MessageTemplate Words(Type type, JsonTypeInfoKind kind) => kind switch
    {
        JsonTypeInfoKind.Enumerable => "a list: [ … ]",
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object: { … }",
        _ when type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(type).Select(name => $"\"{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}\"")),
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(DateOnly) => "a date such as \"2026-03-02\"",
        _ when type == typeof(TimeOnly) => "a time such as \"09:00\"",
        _ => "a text: \"…\"",
    };
}
