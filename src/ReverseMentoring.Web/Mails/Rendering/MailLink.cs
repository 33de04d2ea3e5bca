namespace ReverseMentoring.Web.Mails.Rendering;

/// <summary>A link with its words; in plain text the address follows on a line of its own.</summary>
public sealed record MailLink(string Text, string Url);
