using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Hosting;

/// <summary>Managers by Entra ID, where the app is told whose.</summary>
internal static class EntraSetup
{
    /// <summary>Whom a token of a managed identity is made out to when it stands in for an app's secret (https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity).</summary>
    private const string Exchange = "api://AzureADTokenExchange/.default";

    public static IServiceCollection AddEntra(this IServiceCollection services, Settings settings, Lazy<TokenCredential> identity) =>
        settings.Entra is not { } entra ? services
            : services.AddEntraAccess(entra, new(settings.Programme.Address!, entra.FederatedIdentity
                ? async cancel => (await identity.Value.GetTokenAsync(new([Exchange]), cancel)).Token
                : null));
}
