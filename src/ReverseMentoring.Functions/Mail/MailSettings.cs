using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Functions.Mail;

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailSettings
{
    /// <summary>Address of the Communication Services resource, reached by the app's own identity.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>In place of the endpoint, where there is no identity.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>An address of a domain that is linked to the resource.</summary>
    public string Sender { get; set; } = "";

    /// <summary>What the resource's quota allows; a new custom domain's, until it is raised.</summary>
    public int PerMinute { get; set; } = 30;

    public int PerHour { get; set; } = 100;

    /// <summary>No mail goes, whatever managers say.</summary>
    public bool Stopped { get; set; }

    public MailQuota Quota => new(PerMinute, PerHour);

    public IEnumerable<string> Faults()
    {
        if (Endpoint is null && string.IsNullOrEmpty(ConnectionString))
        {
            yield return "Mail__Endpoint (or Mail__ConnectionString) is missing: the address of the Communication Services resource.";
        }

        if (!System.Net.Mail.MailAddress.TryCreate(Sender, out _))
        {
            yield return $"Mail__Sender is '{Sender}': an address of a domain that is linked to the Communication Services resource is needed.";
        }

        if (PerMinute < 1 || PerHour < 1)
        {
            yield return $"Mail__PerMinute is {PerMinute} and Mail__PerHour is {PerHour}: both must be 1 or more.";
        }
    }
}
