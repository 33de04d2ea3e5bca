using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Smtp;
using ReverseMentoring.Smtp.Returned;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.LocalHost.Hosting;

/// <summary>The mail services that this host can use.</summary>
public enum LocalMail
{
    /// <summary>To look into, here.</summary>
    Mailbox,

    /// <summary>A mail server.</summary>
    Smtp,

    /// <summary>Out of the programme's mailbox in Microsoft 365: the manager's address.</summary>
    Microsoft365,
}

/// <summary>How the programme runs on this machine.</summary>
public sealed record LocalSettings
{
    /// <summary>Where all is kept; null: in memory, gone when the host stops.</summary>
    public string? Folder { get; init; }

    /// <summary>Where it listens, and what links in mails begin with.</summary>
    public Uri Address { get; init; } = new("http://localhost:7071");

    public MailQuota Quota { get; init; } = MailQuota.Unlimited;

    /// <summary>No mail goes, whatever managers say.</summary>
    public bool StopsMail { get; init; }

    /// <summary>Each mail goes at once, by day and night: to try it out.</summary>
    public bool MailsAtOnce { get; init; }

    /// <summary>Signs mails of cohorts that name nobody.</summary>
    public Contact Manager { get; init; } = new("Programme team", "programme@localhost");

    /// <summary>Whom people turn to with worries, in cohorts that name nobody; null: each cohort must.</summary>
    public Contact? Trusted { get; init; } = new("Neutral contact", "neutral@localhost");

    /// <summary>Where mails go; what else each needs stands beside it.</summary>
    public LocalMail Mail { get; init; }

    /// <summary>The mail server, where mails go to one.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Where mails come back to that went by a mail server; null: nobody looks.</summary>
    public ImapSettings? Imap { get; init; }

    /// <summary>Mails that come back to the mailbox in Microsoft 365 are looked for.</summary>
    public bool ReadsMailbox { get; init; }

    /// <summary>Managers sign in by Entra ID too; null: by keys only.</summary>
    public EntraSettings? Entra { get; init; }

    /// <summary>Takes traces, figures and logs as OTLP; null: nobody does.</summary>
    public Uri? Collector { get; init; }

    /// <summary>The product's own mailbox in Microsoft 365; null: calendars are not reached, invitations go by mail.</summary>
    public string? CalendarMailbox { get; init; }
}
