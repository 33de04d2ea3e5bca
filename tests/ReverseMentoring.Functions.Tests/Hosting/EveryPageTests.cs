using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Http;
using ReverseMentoring.Functions.Tests.Telemetry;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Hosting;

/// <summary>Every address of the Azure host, asked once.</summary>
public sealed partial class EveryPageTests
{
    [Fact]
    public async Task Every_address_that_is_mapped_answers()
    {
        await using var site = await AzureSite.Start();
        using var first = await site.Http.GetAsync("/health");
        var company = new Company(site.Services, () => Task.CompletedTask);
        await company.Start();
        await site.SignIn();
        var person = (await site.Store.Query(Rows.Partition(company.Cohort), KeyRange.Prefix(Rows.Person)).FirstAsync()).Key[Rows.Person.Length..];
        var token = await site.Participation(company.Cohort);
        var (asked, failed) = (new List<string>(), new List<string>());
        foreach (var pattern in Addresses(site))
        {
            var address = Hole().Replace(pattern, hole => hole.Groups[1].Value switch
            {
                "cohort" => $"{company.Cohort}",
                "person" or "mentor" or "mentee" => person,
                "token" => token,
                "documentName" => "v1",
                _ => "none",
            });
            using var answer = await site.Http.GetAsync(address);
            asked.Add(pattern);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.Conflict)
                && !(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone && HoldsWhatIsNotThere().IsMatch(address)))
            {
                failed.Add($"{address}: {answer.StatusCode}");
            }
        }

        Assert.True(failed.Count == 0, string.Join(Environment.NewLine, failed));
        Assert.Contains("/openapi/{documentName}.json", asked);
        Assert.Contains("/manage/managers", asked);
        Assert.True(asked.Count > 40, $"{asked.Count} were asked.");
    }

    /// <summary>The Functions host sends to a function what one of its routes fits, in order of their names: all lead into the one pipeline.</summary>
    [Fact]
    public async Task Every_address_that_is_mapped_fits_a_route_of_a_function_other_than_the_last()
    {
        await using var site = await AzureSite.Start();
        using var _ = await site.Http.GetAsync("/health");
        var routes = typeof(HttpTriggers).GetMethods()
            .Where(method => method.Name != nameof(HttpTriggers.Welcome))
            .SelectMany(method => method.GetParameters()).SelectMany(parameter => parameter.GetCustomAttributes(typeof(HttpTriggerAttribute), false))
            .Cast<HttpTriggerAttribute>().Select(trigger => trigger.Route!).ToList();
        var patterns = routes.Select(route => new Regex(
            route.StartsWith("{*path:regex(", StringComparison.Ordinal) ? route["{*path:regex(".Length..^2]
            : route.StartsWith("{check:regex(", StringComparison.Ordinal) ? route["{check:regex(".Length..^2]
            : $"^{route.Replace("{*path}", ".*", StringComparison.Ordinal)}$")).ToList();

        Assert.All(
            Addresses(site).Select(address => address.TrimStart('/')).Where(address => address.StartsWith("manage", StringComparison.Ordinal) || address.StartsWith("api", StringComparison.Ordinal)),
            address => Assert.Contains(patterns, pattern => pattern.IsMatch(address)));
    }

    private static IEnumerable<string> Addresses(AzureSite site) =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is not false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct();

    [GeneratedRegex(@"\{\*{0,2}([^}:]+)(:[^}]+)?\}")]
    private static partial Regex Hole();

    /// <summary>Pairs, addresses that nobody knows, a calendar or an application by a link that is for a form, and a certificate before the end.</summary>
    [GeneratedRegex("none|^/calendar/|/mine$|/certificate$")]
    private static partial Regex HoldsWhatIsNotThere();
}
