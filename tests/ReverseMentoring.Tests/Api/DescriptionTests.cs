using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Tests.Api;

public sealed class DescriptionTests
{
    [Fact]
    public async Task The_interface_describes_every_operation_and_shows_how_to_start()
    {
        await using var host = await ApiHost.Start();
        var document = JsonSerializer.Deserialize<JsonElement>(await host.Stranger.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value).ToArray();
        var start = document.GetProperty("paths").GetProperty("/api/cohorts").GetProperty("post");
        var content = start.GetProperty("requestBody").GetProperty("content");

        var mapped = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Count(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal));
        Assert.Equal(mapped, operations.Length);
        Assert.All(operations, operation => Assert.NotEqual("", operation.GetProperty("summary").GetString()));
        Assert.Equal(operations.Length, operations.Select(operation => operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.Equal("Kim Lee", content.GetProperty("application/json").GetProperty("example").GetProperty("participants")[0].GetProperty("name").GetString());
        Assert.True(content.GetProperty("multipart/form-data").GetProperty("schema").GetProperty("properties").TryGetProperty("people", out _));
        Assert.Contains(start.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
        var settings = document.GetProperty("components").GetProperty("schemas").GetProperty("CohortRequest").GetProperty("properties");
        Assert.NotEqual("", settings.GetProperty("retentionDays").GetProperty("description").GetString());
    }

    /// <summary>An example is read as the call itself would read it, so that it can't say what isn't there.</summary>
    [Fact]
    public async Task Every_body_and_every_parameter_has_an_example_that_the_call_would_take()
    {
        await using var host = await ApiHost.Start();
        var document = JsonSerializer.Deserialize<JsonElement>(await host.Stranger.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var accepts = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not null)
            .ToDictionary(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName, endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType);
        var strict = new JsonSerializerOptions(Core.Store.StoredJson.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
        var without = new List<string>();
        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(one => one.Value))
        {
            var name = operation.GetProperty("operationId").GetString()!;
            foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [])
            {
                without.AddRange(parameter.TryGetProperty("example", out _) ? [] : [$"{name}: {parameter.GetProperty("name")}"]);
            }

            foreach (var content in operation.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").EnumerateObject().Where(one => one.Name != "multipart/form-data") : [])
            {
                if (!content.Value.TryGetProperty("example", out var example))
                {
                    without.Add($"{name}: {content.Name}");
                }
                else if (content.Name == "application/json" && accepts[name] is { } type)
                {
                    Assert.NotNull(example.Deserialize(type, strict));
                }
            }
        }

        Architecture.Findings.AreNone(without.Select(place => $"{place} has no example: give it one in Web/Api/Description/ApiExamples.cs."));
    }

    [Fact]
    public async Task Health_and_readiness_both_need_the_store()
    {
        var store = new CountingStore();
        await using var host = await ApiHost.Start(store);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(host, "/health"), await Status(host, "/ready")));

        store.ReadsFail = true;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (await Status(host, "/health"), await Status(host, "/ready")));
    }

    [Fact]
    public async Task What_fails_on_our_side_tells_nothing_of_the_inside()
    {
        var store = new CountingStore();
        await using var host = await ApiHost.Start(store);
        store.Lives = 0;
        using var answer = await host.Post(Tests.Enrolment.Sample.Cohort);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("The host is gone", body, StringComparison.Ordinal);
        Assert.DoesNotContain("IOException", body, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Status(ApiHost host, string path)
    {
        using var answer = await host.Stranger.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
