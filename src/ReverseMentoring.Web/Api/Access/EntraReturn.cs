namespace ReverseMentoring.Web.Api.Access;

/// <summary>Where Entra ID sends browsers back to, and how the app proves itself to it.</summary>
/// <param name="Address">The app's own address as browsers know it; behind a proxy, a request does not tell.</param>
/// <param name="Assertion">A token of the app's managed identity that stands in for a secret (a federated credential); null: a public client, by PKCE alone.</param>
public sealed record EntraReturn(Uri Address, Func<CancellationToken, Task<string>>? Assertion = null)
{
    public Uri Redirect => new(Address, SignInPaths.EntraBack);
}
