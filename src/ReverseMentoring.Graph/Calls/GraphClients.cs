using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace ReverseMentoring.Graph.Calls;

/// <summary>The SDK's client with our handling of throttling in place of its silent waits.</summary>
public static class GraphClients
{
    public static GraphServiceClient Create(GraphOptions options, TokenCredential credential, TimeProvider time) =>
        Create(
            options,
            new AzureIdentityAuthenticationProvider(
                credential, [options.Endpoint.Host], observabilityOptions: null, isCaeEnabled: true, $"https://{options.Endpoint.Host}/.default"),
            time);

    public static GraphServiceClient Create(GraphOptions options, IAuthenticationProvider authentication, TimeProvider time)
    {
        DelegatingHandler[] handlers =
        [
            .. GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not RetryHandler),
            new ThrottlingHandler(time, options.LongestWait),
            new MailboxLimiter(),
        ];
        return new(GraphClientFactory.Create(handlers), authentication, options.Endpoint.AbsoluteUri.TrimEnd('/'));
    }
}
