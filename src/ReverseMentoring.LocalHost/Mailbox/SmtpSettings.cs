namespace ReverseMentoring.LocalHost.Mailbox;

/// <summary>A mail server that takes mails by SMTP, with STARTTLS where it offers a login.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">25 or 587.</param>
/// <param name="Sender">The address that all mails come from.</param>
/// <param name="User">Null: without login.</param>
/// <param name="Password">Read from the environment, never from the command line.</param>
public sealed record SmtpSettings(string Host, int Port, string Sender, string? User = null, string? Password = null);
