namespace ReverseMentoring.Core.Mailing;

/// <summary>Whether mails keep to their readers' hours on this host.</summary>
/// <param name="AtOnce">Each goes at once and by itself, by day and night: for somebody who tries the product out.</param>
public sealed record MailHours(bool AtOnce);
