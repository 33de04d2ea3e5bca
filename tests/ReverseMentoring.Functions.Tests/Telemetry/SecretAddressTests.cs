using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Functions.Tests.Infrastructure;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>The Functions host tells the address of every request; infra's rule takes out what opens something before it is kept.</summary>
public sealed class SecretAddressTests
{
    private static readonly string Rule = Infra.Read("infra/monitor.bicep");

    // The language of the rule has the same expressions, as far as they are used here.
    private static readonly Regex Secret = new(Written("secret"), RegexOptions.CultureInvariant);

    private static readonly Regex Before = new($"(?s)^(.*?{Written("opens")})", RegexOptions.CultureInvariant);

    [Fact]
    public async Task Every_signed_link_of_the_code_is_taken_out()
    {
        await using var site = await AzureSite.Start();
        using var _ = await site.Http.GetAsync("/health");
        var token = site.Services.GetRequiredService<LinkSigner>().Sign("test", "somebody's");
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.GetParameter("token") is not null).Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().ToList();

        Assert.Contains("/f/{token}", routes);
        Assert.Contains("/calendar/{token}.ics", routes);
        Assert.All(routes, route =>
        {
            var address = "https://mentoring.example.org" + route.Replace("{token}", token, StringComparison.Ordinal);
            Assert.DoesNotContain(token[..8], Told(address), StringComparison.Ordinal);
            Assert.DoesNotContain(token[^8..], Told($$"""{"url.full":"{{address}}?lang=de","http.route":"x"}"""), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_key_of_the_webhook_is_taken_out() =>
        Assert.Equal("https://x/events/mail?key=-", Told("https://x/events/mail?key=k3y&a=b"));

    [Theory]
    [InlineData("https://x/api/cohorts/spring/people")]
    [InlineData("GET f/{*path}")]
    [InlineData("The pair process pair.spring.p-1 is overdue by 30 minutes")]
    public void What_opens_nothing_stays(string told) => Assert.Equal(told, Told(told));

    [Theory]
    [InlineData("AppRequests")]
    [InlineData("AppDependencies")]
    [InlineData("AppTraces")]
    public void The_rule_covers_each_table_that_addresses_get_into(string table) => Assert.Contains($"{table}: [", Rule, StringComparison.Ordinal);

    private static string Told(string text) => Secret.IsMatch(text) ? Before.Match(text).Groups[1].Value + "-" : text;

    private static string Written(string variable) => Regex.Match(Rule, $"var {variable} = '([^']+)'").Groups[1].Value;
}
