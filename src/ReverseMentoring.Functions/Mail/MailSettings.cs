using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Graph;
using ReverseMentoring.Smtp;
using ReverseMentoring.Smtp.Returned;

namespace ReverseMentoring.Functions.Mail;

/// <summary>The mail services that mails can go by.</summary>
public enum MailService
{
    CommunicationServices,

    /// <summary>Out of a mailbox in Microsoft 365.</summary>
    Microsoft365,

    /// <summary>A mail server.</summary>
    Smtp,
}

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailSettings
{
    /// <summary>Which service all mails go by: <c>CommunicationServices</c>, <c>Microsoft365</c> or <c>Smtp</c>.</summary>
    public MailService Service { get; set; }

    /// <summary>Address of the Communication Services resource, reached by the app's own identity.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>In place of the endpoint, where there is no identity.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Whom all mails come from: an address of a domain that is linked to the Communication Services resource; a mailbox in
    /// Microsoft 365; or an address that the mail server takes mails from.
    /// </summary>
    public string Sender { get; set; } = "";

    /// <summary>The mail server, as <c>host</c> or <c>host:port</c>; without a port it is 587.</summary>
    public string? Server { get; set; }

    /// <summary>The login at the mail server; none: without login.</summary>
    public string? User { get; set; }

    /// <summary>Its password: a reference to Key Vault.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// Where mails come back to that could not be delivered: with SMTP the server where the sender's mailbox is read by IMAP,
    /// as <c>host</c> or <c>host:port</c> (993 without); with Microsoft 365 <c>true</c>, for the sender's mailbox. Empty: nobody
    /// looks. Communication Services reports by itself.
    /// </summary>
    public string? Inbox { get; set; }

    /// <summary>The login at the mailbox; none: that of the mail server.</summary>
    public string? InboxUser { get; set; }

    /// <summary>Its password: a reference to Key Vault.</summary>
    public string? InboxPassword { get; set; }

    /// <summary>What the service takes; left out, what it takes of a newcomer.</summary>
    public int? PerMinute { get; set; }

    public int? PerHour { get; set; }

    /// <summary>No mail goes, whatever managers say.</summary>
    public bool Stopped { get; set; }

    public MailQuota Quota => new(PerMinute ?? Usual.PerMinute, PerHour ?? Usual.PerHour);

    /// <summary>Null where the server's name is none.</summary>
    public SmtpSettings? Smtp =>
        SmtpSettings.TryParse(Server ?? "", Sender, out var server) ? server with { User = User is { Length: > 0 } ? User : null, Password = Password } : null;

    /// <summary>Null where no mailbox is read by IMAP.</summary>
    public ImapSettings? Imap => Service is MailService.Smtp && Inbox is { Length: > 0 } inbox
        ? ImapSettings.TryParse(inbox, InboxUser is { Length: > 0 } ? InboxUser : User ?? "", InboxPassword is { Length: > 0 } ? InboxPassword : Password)
        : null;

    /// <summary>The sender's mailbox in Microsoft 365 is read.</summary>
    public bool ReadsMailbox => Service is MailService.Microsoft365 && bool.TryParse(Inbox, out var reads) && reads;

    /// <summary>A custom domain at Communication Services, until its quota is raised.</summary>
    private MailQuota Usual => Service switch
    {
        MailService.Microsoft365 => GraphMail.UsualQuota,
        MailService.Smtp => SmtpSettings.UsualQuota,
        _ => new(30, 100),
    };

    public IEnumerable<string> Faults()
    {
        if (Service is MailService.CommunicationServices && Endpoint is null && string.IsNullOrEmpty(ConnectionString))
        {
            yield return "Mail__Endpoint (or Mail__ConnectionString) is missing: the address of the Communication Services resource.";
        }

        if (Service is MailService.Smtp && Smtp is null)
        {
            yield return $"Mail__Server is '{Server}': the mail server is needed, as 'host' or 'host:port'.";
        }

        if (!System.Net.Mail.MailAddress.TryCreate(Sender, out _))
        {
            yield return $"Mail__Sender is '{Sender}': " + Service switch
            {
                MailService.Microsoft365 => "the address of the mailbox in Microsoft 365 is needed.",
                MailService.Smtp => "an address that the mail server takes mails from is needed.",
                _ => "an address of a domain that is linked to the Communication Services resource is needed.",
            };
        }

        if (InboxFault() is { } fault)
        {
            yield return $"Mail__Inbox is '{Inbox}': {fault}";
        }

        if (PerMinute < 1 || PerHour < 1)
        {
            yield return $"Mail__PerMinute is {PerMinute} and Mail__PerHour is {PerHour}: both must be 1 or more.";
        }
    }

    private string? InboxFault() => Inbox is not { Length: > 0 } ? null : Service switch
    {
        MailService.Microsoft365 => bool.TryParse(Inbox, out _) ? null : "'true' is needed, or nothing.",
        MailService.Smtp => Imap switch
        {
            null => "the server of the sender's mailbox is needed, as 'host' or 'host:port', or nothing.",
            { User.Length: 0 } => "a mailbox is read with a login: Mail__InboxUser or Mail__User is needed.",
            _ => null,
        },
        _ => "Communication Services reports by itself what did not arrive; leave it out.",
    };
}
