using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ReverseMentoring.Functions.Access;

/// <summary>Checks tokens against the keys and the issuer that the directory publishes: signature, issuer, audience, lifetime.</summary>
public sealed class EntraTokens
{
    private const string Published = "/.well-known/openid-configuration";

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters parameters;

    public EntraTokens(EntraSettings settings)
    {
        parameters = new()
        {
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                settings.Authority.AbsoluteUri + Published,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = !settings.Instance.IsLoopback }),
            ValidAudiences = [settings.ClientId, $"api://{settings.ClientId}"],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RoleClaimType = "roles",
            NameClaimType = "oid",
        };
    }

    /// <returns>Who it is, or null where the token is not good.</returns>
    public async Task<ClaimsIdentity?> Check(string token) =>
        await handler.ValidateTokenAsync(token, parameters) is { IsValid: true } good ? good.ClaimsIdentity : null;
}
