using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>A directory on loopback that publishes its issuer and keys as Entra ID does, and makes tokens.</summary>
internal sealed class TestDirectory : IAsyncDisposable
{
    private const string Tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

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
        }));
        directory.app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(directory.rsa.ExportParameters(false)) { KeyId = "one" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
        });
        await directory.app.StartAsync();
        return directory;
    }

    public string Token(string? role = "manager", string? audience = null, string? issuer = null, TimeSpan? age = null, RSA? key = null)
    {
        var now = DateTime.UtcNow - (age ?? TimeSpan.Zero);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? Settings.ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddHours(1),
            Claims = role is null ? new() { ["oid"] = "o-1" } : new Dictionary<string, object> { ["oid"] = "o-1", ["roles"] = new[] { role } },
            SigningCredentials = new(new RsaSecurityKey(key ?? rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }
}
