using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Enrolment;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>Every endpoint for managers with everything that somebody may come with. One that is not in the table fails.</summary>
public sealed partial class EndpointAccessTests
{
    [Fact]
    public async Task Every_endpoint_of_the_product_declares_the_role_that_the_table_says()
    {
        await using var app = LocalProgramme.Build(new(), new TurnableClock(Sample.Now));
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => (Name: $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}", endpoint.Metadata)))
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || Regex.IsMatch(endpoint.Name, "^[A-Z]+ /(api|manage)(/|$)"))
            .ToLookup(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null);

        Assert.Equal(
            EndpointTable.Roles.OrderBy(row => row.Key, StringComparer.Ordinal),
            endpoints[true].Select(endpoint => KeyValuePair.Create(endpoint.Name, endpoint.Metadata.GetMetadata<NeededRole>()?.Role ?? ManagerRole.Administrator))
                .OrderBy(row => row.Key, StringComparer.Ordinal));
        Assert.Equal(EndpointTable.ForAnybody, endpoints[false].Select(endpoint => endpoint.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_endpoint_lets_in_whom_it_is_for_and_nobody_else()
    {
        await using var directory = await TestDirectory.Start();
        await using var host = await ManageHost.Start(more: services => services
            .AddSingleton(new AttemptLimit(int.MaxValue, TimeSpan.FromMinutes(5)))
            .AddEntraAccess(directory.Settings, new(new("http://localhost"))));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        http.BaseAddress = host.Stranger.BaseAddress;
        var wrong = new List<string>();
        foreach (var credential in await new Credentials(host, http, directory).All())
        {
            foreach (var (endpoint, needed) in EndpointTable.Roles)
            {
                var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
                var came = await Ask(http, credential, method, pattern);
                var expected = credential.Opens(needed, pattern.Contains("{cohort}", StringComparison.Ordinal)) ? "let in"
                    : credential.IsKnown ? "forbidden"
                    : method == "GET" && pattern.StartsWith("/manage", StringComparison.Ordinal) ? "sent to the sign-in"
                    : "asked who it is";
                if (came != expected)
                {
                    wrong.Add($"{endpoint} with {credential.Name}: {came}, not {expected}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static async Task<string> Ask(HttpClient http, Credential credential, string method, string pattern)
    {
        var path = Hole().Replace(pattern.Replace("{cohort}", Credentials.Cohort, StringComparison.Ordinal), hole => hole.Value.EndsWith(":int}", StringComparison.Ordinal) ? "1" : "none");
        using var request = new HttpRequestMessage(new(method), path);
        credential.Put(request);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "asked who it is",
            HttpStatusCode.Forbidden => "forbidden",
            HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.StartsWith(SignInPaths.SignIn, StringComparison.Ordinal) => "sent to the sign-in",
            >= HttpStatusCode.InternalServerError => $"failed with {answer.StatusCode}",
            _ => "let in",
        };
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
