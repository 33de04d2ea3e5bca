namespace ReverseMentoring.Web.Api.Access;

/// <summary>Section <c>Entra</c>: whose tokens are taken for managers. Without it, only API keys count.</summary>
public sealed class EntraSettings
{
    /// <summary>The directory's id, as a GUID: tokens of other directories are refused.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app registration that tokens must be made for.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Where the directory's keys and issuer are published; another one for national clouds.</summary>
    public Uri Authority => new($"{Instance.AbsoluteUri.TrimEnd('/')}/{TenantId}/v2.0");

    public Uri Instance { get; set; } = new("https://login.microsoftonline.com/");

    /// <summary>The app role that makes an administrator.</summary>
    public string AdministratorRole { get; set; } = "administrator";

    /// <summary>The app role that makes a manager, of those cohorts that an administrator gives to them.</summary>
    public string Role { get; set; } = "manager";

    /// <summary>The app role that lets somebody see the figures of all cohorts.</summary>
    public string ViewerRole { get; set; } = "viewer";

    /// <summary>
    /// The app proves itself at sign-ins by a token of its managed identity, which the app registration trusts as a federated
    /// credential, and the address to come back to is one of the platform "Web". False: a public client, by PKCE alone, and the
    /// address is one of the platform "Mobile and desktop applications".
    /// </summary>
    public bool FederatedIdentity { get; set; }

    public IEnumerable<string> Faults()
    {
        if (!Guid.TryParse(TenantId, out _))
        {
            yield return $"Entra__TenantId is '{TenantId}': the directory's id is needed, a GUID.";
        }

        if (!Guid.TryParse(ClientId, out _))
        {
            yield return $"Entra__ClientId is '{ClientId}': the id of the app registration is needed, a GUID.";
        }
    }
}
