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

    /// <summary>The app role that makes a manager.</summary>
    public string Role { get; set; } = "manager";

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
