using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ReverseMentoring.Tests.Graph;

/// <summary>
/// A test that needs the description of the API that Microsoft publishes (CSDL of v1.0, in its repository
/// msgraph-metadata), named by the environment variable GRAPH_CSDL; skipped, by name, without it.
/// </summary>
public sealed class PublishedDescriptionFactAttribute : FactAttribute
{
    public PublishedDescriptionFactAttribute() =>
        Skip = File.Exists(PublishedDescription.File) ? null! : "GRAPH_CSDL names no file with Microsoft's description of Graph v1.0.";
}

/// <summary>Holds requests against the types, actions and functions that Microsoft describes.</summary>
public sealed class PublishedDescription
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    private readonly ILookup<string, XElement> types;
    private readonly List<XElement> operations;

    private PublishedDescription(XElement schema)
    {
        types = schema.Elements().Where(element => element.Name.LocalName is "EntityType" or "ComplexType" or "EnumType")
            .ToLookup(type => (string)type.Attribute("Name")!);
        operations = [.. schema.Elements().Where(element => element.Name.LocalName is "Action" or "Function")];
    }

    public static string? File { get; } = Environment.GetEnvironmentVariable("GRAPH_CSDL");

    public static PublishedDescription Load() => new(XDocument.Load(File!).Descendants(Edm + "Schema")
        .Single(schema => (string?)schema.Attribute("Namespace") == "microsoft.graph"));

    /// <summary>What in a request is not described, each in words.</summary>
    public IEnumerable<string> Problems(GraphRequest request)
    {
        var (type, isCollection, problems) = ("user", true, new List<string>());
        foreach (var segment in request.Path.Split('/').Skip(2))
        {
            var name = segment.Replace("microsoft.graph.", "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal);
            if (Operation(name, type, isCollection) is { } operation)
            {
                problems.AddRange(Body(request.Body, key => Find(operation.Elements(Edm + "Parameter"), key), name));
                return problems;
            }

            if (isCollection)
            {
                isCollection = false;
            }
            else if (Property(type, segment) is { } property)
            {
                (type, isCollection) = Target(property);
            }
            else
            {
                return [$"{type} has no {segment}"];
            }
        }

        var selected = request.Query.TrimStart('?').Split('&').Where(part => part.StartsWith("$select=", StringComparison.Ordinal) || part.StartsWith("$expand=", StringComparison.Ordinal))
            .SelectMany(part => part.Split('=', 2)[1].Split('(')[0].Split(','));
        problems.AddRange(selected.Where(field => Property(type, field) is null).Select(field => $"{type} has no {field} to select"));
        return problems.Concat(Body(request.Body, key => Property(type, key), type));
    }

    private IEnumerable<string> Body(JsonNode? body, Func<string, XElement?> find, string where) =>
        (body as JsonObject ?? []).Where(entry => !entry.Key.StartsWith('@')).SelectMany(entry => find(entry.Key) is { } property
            ? Value(entry.Value, Target(property), $"{where}.{entry.Key}")
            : [$"{where} has no {entry.Key}"]);

    private IEnumerable<string> Value(JsonNode? value, (string Type, bool IsCollection) target, string where) => value switch
    {
        null => [],
        JsonArray array => target.IsCollection ? array.SelectMany(item => Value(item, (target.Type, false), where)) : [$"{where} is no list"],
        _ when target.IsCollection => [$"{where} is a list"],
        JsonObject known => Body(known, key => Property(target.Type, key), where),
        _ when types[target.Type].FirstOrDefault() is { Name.LocalName: "EnumType" } named =>
            named.Elements(Edm + "Member").Any(member => (string?)member.Attribute("Name") == (string?)value) ? [] : [$"{where} cannot be {value}"],
        _ => Kind(target.Type) is { } kind && !kind.Contains(value.GetValueKind()) ? [$"{where} is no {target.Type}"] : [],
    };

    private static JsonValueKind[]? Kind(string type) => type switch
    {
        "Edm.String" => [JsonValueKind.String],
        "Edm.Boolean" => [JsonValueKind.True, JsonValueKind.False],
        "Edm.Int32" => [JsonValueKind.Number],
        _ => null,
    };

    private XElement? Property(string type, string name)
    {
        for (var next = types[type].FirstOrDefault(); next is not null; next = Base(next))
        {
            if (Find(next.Elements().Where(element => element.Name.LocalName is "Property" or "NavigationProperty"), name) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private XElement? Operation(string name, string type, bool isCollection) => operations.Find(operation =>
        ((string)operation.Attribute("Name")!).Equals(name, StringComparison.OrdinalIgnoreCase)
        && Target(operation.Elements(Edm + "Parameter").First()) == (type, isCollection));

    private XElement? Base(XElement type) => type.Attribute("BaseType") is { } parent ? types[Short(parent.Value)].FirstOrDefault() : null;

    private static XElement? Find(IEnumerable<XElement> named, string name) =>
        named.FirstOrDefault(element => ((string)element.Attribute("Name")!).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static (string Type, bool IsCollection) Target(XElement property)
    {
        var type = (string)property.Attribute("Type")!;
        return type.StartsWith("Collection(", StringComparison.Ordinal) ? (Short(type[11..^1]), true) : (Short(type), false);
    }

    private static string Short(string type) => type.Replace("graph.", "", StringComparison.Ordinal).Replace("microsoft.", "", StringComparison.Ordinal);
}
