using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using ReverseMentoring.Web.Api.Starting;

namespace ReverseMentoring.Web.Api.Description;

/// <summary>How the interface describes itself (OpenAPI).</summary>
internal static class ApiDescription
{
    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(DescribeStart);
        options.AddOperationTransformer(ShowExamples);
    });

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new()
        {
            Title = "Reverse mentoring",
            Version = "v1",
            Description =
                "Starts and steers cohorts of reverse mentoring: juniors are mentors, leaders are mentees. Every answer links to what can be "
                + "done next (_links). What goes wrong is told as problem details (RFC 9457), with all errors at once.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["key"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The manager's key, as 'Authorization: Bearer <key>' or 'X-Api-Key: <key>'.",
            },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>Each body and each parameter by example; parameters of a query as they are written in one.</summary>
    private static Task ShowExamples(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var (id, content) = (operation.OperationId ?? "", operation.RequestBody?.Content);
        foreach (var (type, media) in content?.Where(one => one.Value is OpenApiMediaType) ?? [])
        {
            media.Example = type == "application/json" && ApiExamples.Bodies.TryGetValue(id, out var json) ? JsonNode.Parse(json)
                : ApiExamples.Texts.TryGetValue(id, out var text) ? JsonValue.Create(text) : media.Example;
        }

        // What an endpoint reads out of its address by itself is a parameter too.
        var named = (operation.Parameters ?? []).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        operation.Parameters =
        [
            .. operation.Parameters ?? [],
            .. Places(context.Description.RelativePath).Where(place => !named.Contains(place)).Select(place => new OpenApiParameter
            {
                Name = place, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }),
        ];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            var name = parameter.Name ?? "";
            parameter.Name = parameter.In is ParameterLocation.Query ? char.ToLowerInvariant(name[0]) + name[1..] : name;
            parameter.Example = ApiExamples.Numbers.TryGetValue(name, out var number) ? JsonValue.Create(number)
                : ApiExamples.Parameters.TryGetValue(name, out var word) ? JsonValue.Create(word)
                : parameter.Schema?.Type is JsonSchemaType.Boolean ? JsonValue.Create(true) : null;
        }

        return Task.CompletedTask;
    }

    /// <summary>"/api/cohorts/{cohort}/pairs/{pair}" has two.</summary>
    private static IEnumerable<string> Places(string? path) =>
        (path ?? "").Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}').Split(':')[0]);

    private static Task DescribeStart(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (operation.OperationId != StartEndpoint.Name || operation.RequestBody?.Content is not { } content)
        {
            return Task.CompletedTask;
        }

        operation.Parameters = [.. operation.Parameters ?? [], new OpenApiParameter
        {
            Name = StartEndpoint.KeyHeader,
            In = ParameterLocation.Header,
            Description = "Makes a second call harmless: same key and body, same cohort.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = StartEndpoint.LongestKey },
        }];
        content["multipart/form-data"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { SentBody.CohortPart, SentBody.PeoplePart },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    [SentBody.CohortPart] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The JSON without participants.", Examples = [StartExample.Least] },
                    [SentBody.PeoplePart] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = StartExample.Csv },
                },
            },
        };
        return Task.CompletedTask;
    }
}
