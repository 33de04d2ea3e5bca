using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>A directory on loopback that publishes its issuer and keys as Entra ID does, signs people in by code and PKCE, and makes tokens.</summary>
internal sealed class TestDirectory : IAsyncDisposable
{
    private const string Tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

    /// <summary>The object id of whoever signs in, unless said otherwise.</summary>
    public const string Somebody = "11112222-bbbb-3333-cccc-4444dddd5555";

    private readonly ConcurrentDictionary<string, IssuedCode> codes = [];
    private readonly RSA rsa = RSA.Create(2048);
    private readonly WebApplication app;

    private TestDirectory(WebApplication app) => this.app = app;

    public EntraSettings Settings => new()
    {
        TenantId = Tenant, ClientId = "00001111-aaaa-2222-bbbb-3333cccc4444", Instance = new(app.Urls.First()),
    };

    public string Issuer => $"{app.Urls.First()}/{Tenant}/v2.0";

    public static async Task<TestDirectory> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var directory = new TestDirectory(builder.Build());
        directory.app.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = directory.Issuer, jwks_uri = $"{directory.app.Urls.First()}/keys",
            authorization_endpoint = $"{directory.app.Urls.First()}/authorize", token_endpoint = $"{directory.app.Urls.First()}/token",
        }));
        directory.app.MapGet("/authorize", directory.Authorize);
        directory.app.MapPost("/token", directory.Redeem);
        directory.app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(directory.rsa.ExportParameters(false)) { KeyId = "one" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
        });
        await directory.app.StartAsync();
        return directory;
    }

    /// <summary>A token for programs, or for the app itself with the nonce of a sign-in.</summary>
    public string Token(
        string? role = "manager", string? audience = null, string? issuer = null, TimeSpan? age = null, RSA? key = null, string? oid = null, string? nonce = null)
    {
        var now = DateTime.UtcNow - (age ?? TimeSpan.Zero);
        var claims = new Dictionary<string, object> { ["oid"] = oid ?? Somebody, ["sub"] = oid ?? Somebody, ["name"] = "Pat Manager" };
        if (role is not null)
        {
            claims["roles"] = new[] { role };
        }

        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? Settings.ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddHours(1),
            Claims = claims,
            SigningCredentials = new(new RsaSecurityKey(key ?? rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>What the next token of a sign-in is made of, in place of the usual.</summary>
    public Func<string, string>? NextToken { get; set; }

    /// <summary>What came with the last request for a token.</summary>
    public IReadOnlyDictionary<string, string> Redeemed { get; private set; } = new Dictionary<string, string>();

    /// <summary>As for a public client: a challenge is needed, and the address to come back to is the one that is registered.</summary>
    private IResult Authorize(HttpRequest request)
    {
        string Sent(string name) => request.Query[name].ToString();
        if (Sent("client_id") != Settings.ClientId || Sent("response_type") != "code" || Sent("code_challenge_method") != "S256" || Sent("nonce").Length == 0)
        {
            return Results.BadRequest();
        }

        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        codes[code] = new(Sent("code_challenge"), Sent("redirect_uri"), Sent("nonce"));
        return Results.Redirect(QueryHelpers.AddQueryString(Sent("redirect_uri"), new Dictionary<string, string?> { ["code"] = code, ["state"] = Sent("state") }));
    }

    /// <summary>A code is good once, for who holds the verifier; no client may send a secret.</summary>
    private async Task<IResult> Redeem(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Redeemed = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        if (!codes.TryRemove(form["code"].ToString(), out var issued)
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != issued.Challenge
            || form["redirect_uri"] != issued.Redirect || form["client_id"] != Settings.ClientId || form.ContainsKey("client_secret"))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "for-nobody", id_token = NextToken?.Invoke(issued.Nonce) ?? Token("administrator", nonce: issued.Nonce) });
    }

    private sealed record IssuedCode(string Challenge, string Redirect, string Nonce);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }
}
