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
        Create(options, Authentication(options, credential), time);

    /// <summary>For what does harm when it is done twice: each call goes once, and a busy or failed service is told to the caller at once.</summary>
    public static GraphServiceClient CreateForOnce(GraphOptions options, TokenCredential credential) =>
        CreateForOnce(options, Authentication(options, credential));

    public static GraphServiceClient CreateForOnce(GraphOptions options, IAuthenticationProvider authentication) =>
        Create(options, authentication, [.. Defaults(), new MailboxLimiter()]);

    public static GraphServiceClient Create(GraphOptions options, IAuthenticationProvider authentication, TimeProvider time) =>
        Create(options, authentication, [.. Defaults(), new ThrottlingHandler(time, options.LongestWait), new MailboxLimiter()]);

    private static GraphServiceClient Create(GraphOptions options, IAuthenticationProvider authentication, DelegatingHandler[] handlers) =>
        new(GraphClientFactory.Create(handlers), authentication, options.Endpoint.AbsoluteUri.TrimEnd('/'));

    private static IEnumerable<DelegatingHandler> Defaults() => GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not RetryHandler);

    private static AzureIdentityAuthenticationProvider Authentication(GraphOptions options, TokenCredential credential) => new(
        credential, [options.Endpoint.Host], observabilityOptions: null, isCaeEnabled: true, $"https://{options.Endpoint.Host}/.default");
}
