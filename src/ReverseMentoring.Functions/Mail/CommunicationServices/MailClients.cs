using Azure.Communication.Email;
using Azure.Core;

namespace ReverseMentoring.Functions.Mail.CommunicationServices;

internal static class MailClients
{
    /// <summary>A client that never waits by itself: a full quota is told at once, and the outbox comes back later.</summary>
    public static EmailClient Open(MailSettings settings, Lazy<TokenCredential> identity)
    {
        var options = new EmailClientOptions();
        options.Retry.MaxRetries = 0;
        return string.IsNullOrEmpty(settings.ConnectionString)
            ? new(settings.Endpoint!, identity.Value, options)
            : new(settings.ConnectionString, options);
    }
}
