using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Api;

/// <summary>Every endpoint that asks for no manager: none that is in no table, and behind links nothing for whoever has a bad one.</summary>
public sealed class OpenEndpointTests
{
    /// <summary>What must not be read by a stranger.</summary>
    private static readonly string[] Secrets = ["Ana Lind", "Bo Berg", "ana@example.org", "bo@example.org"];

    private static readonly object[] People =
    [
        new { name = "Ana Lind", email = "ana@example.org", role = "mentee", level = 5, timeZone = "UTC", languages = new[] { "en" } },
        new { name = "Bo Berg", email = "bo@example.org", role = "mentor", level = 1, timeZone = "UTC", languages = new[] { "en" } },
    ];

    [Fact]
    public async Task Every_endpoint_of_the_product_stands_in_a_table()
    {
        await using var app = LocalProgramme.Build(new(), new TurnableClock(Sample.Now));
        var open = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Except(EndpointTable.ForAnybody);

        Assert.Equal(
            OpenEndpointTable.ByLink.Concat(OpenEndpointTable.ByCall).Concat(OpenEndpointTable.ForEverybody).Concat(OpenEndpointTable.OnThisMachine).Order(StringComparer.Ordinal),
            open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Behind_a_link_there_is_nothing_for_whoever_has_a_bad_one()
    {
        await using var programme = await TestProgramme.Start(People);
        var good = await LinkOf(programme, "ana@example.org");
        var wrong = new List<string>();
        foreach (var (what, token) in await BadTokens(programme, good))
        {
            foreach (var endpoint in OpenEndpointTable.ByLink)
            {
                var (status, body) = await Ask(programme, endpoint, token);
                if (status is not (400 or 404 or 410) || Array.Exists(Secrets, secret => body.Contains(secret, StringComparison.OrdinalIgnoreCase)))
                {
                    wrong.Add($"{endpoint} with a link that is {what}: {status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(200, (await Ask(programme, "GET /f/{token}", Token(programme, good))).Status);
    }

    /// <summary>Two people's answers stay two people's: a good link opens its own person's data and no other's.</summary>
    [Fact]
    public async Task A_good_link_tells_of_nobody_else()
    {
        await using var programme = await TestProgramme.Start(People);
        var token = Token(programme, await LinkOf(programme, "ana@example.org"));
        foreach (var endpoint in OpenEndpointTable.ByLink.Where(endpoint => endpoint.StartsWith("GET /f", StringComparison.Ordinal)))
        {
            var (status, body) = await Ask(programme, endpoint, token);
            Assert.True(status < 500, $"{endpoint}: {status}");
            Assert.DoesNotContain("Bo Berg", body, StringComparison.Ordinal);
            Assert.DoesNotContain("bo@example.org", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_for_everybody_says_nothing_of_anybody()
    {
        await using var programme = await TestProgramme.Start(People);
        foreach (var endpoint in OpenEndpointTable.ForEverybody.Where(endpoint => endpoint.StartsWith("GET", StringComparison.Ordinal)))
        {
            var (status, body) = await Ask(programme, endpoint, "none");
            Assert.True(status is 200 or 404, $"{endpoint}: {status}");
            Assert.DoesNotContain(Secrets, secret => body.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<IReadOnlyList<(string What, string Token)>> BadTokens(TestProgramme programme, Link good)
    {
        var signer = programme.Host.GetRequiredService<LinkSigner>();
        var token = signer.Sign(good);
        var (said, signature) = (token.Split('.')[0], token.Split('.')[1]);
        var bo = await programme.IdOf("bo@example.org");
        var partition = Rows.Partition(programme.Cohort);
        var erased = good with { Person = new PersonId("gone") };
        await programme.Store.Write(
            partition,
            [Documents.Insert(Rows.Person + "gone", new Person { Id = new("gone"), Name = "", Email = "", Role = Role.Mentor, TimeZone = "UTC", Languages = ["en"] })]);
        var revoked = new Person { Id = new("revoked"), Name = "Ana Lind", Email = "ana@example.org", Role = Role.Mentor, TimeZone = "UTC", Languages = ["en"], LinksSince = DateTimeOffset.MaxValue };
        await programme.Store.Write(partition, [Documents.Insert(Rows.Person + "revoked", revoked)]);
        return
        [
            ("nothing", "x"), ("empty", "."), ("long", new string('a', 6000)), ("binary", "%00%ff%fe"), ("a path", "..%2f..%2fmanage"),
            ("altered", Flip(said) + "." + signature),
            ("signed otherwise", said + "." + Flip(signature)),
            ("cut", token[..^1]), ("without a signature", said + "."), ("signed twice", token + "." + signature),
            ("somebody else's, with this signature", signer.Sign(good with { Person = bo }).Split('.')[0] + "." + signature),
            ("forged", new LinkSigner([new("k1", [.. Enumerable.Repeat((byte)7, 32)])]).Sign(good)),
            ("of another purpose", signer.Sign("calendar-of-another-purpose", said)),
            ("expired", signer.Sign(good with { ExpiresAt = programme.Clock.GetUtcNow().AddSeconds(-1) })),
            ("revoked", signer.Sign(good with { Person = new("revoked") })),
            ("of somebody erased", signer.Sign(erased)),
            ("of nobody", signer.Sign(good with { Person = new("nobody") })),
            ("of another cohort", signer.Sign(good with { Cohort = new("autumn") })),
            ("of a delegate who is none", signer.Sign(good with { Form = FormKind.Delegate, Revision = 9 })),
        ];
    }

    private static string Flip(string text) => (text[0] == 'A' ? 'B' : 'A') + text[1..];

    private static string Token(TestProgramme programme, Link link) => programme.Host.GetRequiredService<LinkSigner>().Sign(link);

    private static async Task<Link> LinkOf(TestProgramme programme, string email) => new(
        FormKind.Participation, programme.Cohort, await programme.IdOf(email), "", 0, programme.Clock.GetUtcNow(), programme.Clock.GetUtcNow().AddDays(30));

    private static async Task<(int Status, string Body)> Ask(TestProgramme programme, string endpoint, string token)
    {
        var (method, path) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1].Replace("{token}", token, StringComparison.Ordinal).Replace("{hash}", "0", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal));
        using var content = method == "POST" ? new StringContent("do=leave&step=2&sure=true&picked=careers&notice=true", Encoding.UTF8, "application/x-www-form-urlencoded") : null;
        using var answer = await programme.Send(new(method), path, content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
