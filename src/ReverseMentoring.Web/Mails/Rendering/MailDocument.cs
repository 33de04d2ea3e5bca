namespace ReverseMentoring.Web.Mails.Rendering;

/// <summary>
/// A mail before it has a form: what it says, in whose language. Rendered by <see cref="MailHtml"/> and <see cref="MailPlainText"/>.
/// All text is plain; line breaks in it are kept.
/// </summary>
/// <param name="Language">BCP 47: <c>de</c>.</param>
/// <param name="Preview">What a mailbox shows after the subject; says something that the subject doesn't.</param>
/// <param name="Greeting">"Hello Ana,"</param>
/// <param name="Blocks">The body, from top to bottom, with at most one <see cref="MainButton"/>.</param>
public sealed record MailDocument(
    string Language, string Subject, string Preview, string Greeting, IReadOnlyList<Block> Blocks, MailFooter Footer);

/// <summary>What stands below every mail.</summary>
/// <param name="Why">Who sends this and why the reader gets it.</param>
/// <param name="WayOut">Where it can be stopped: "My participation: pause, leave, stop reminders".</param>
/// <param name="Sender">Who answers for it: the company, the programme's contact.</param>
public sealed record MailFooter(string Why, MailLink? WayOut, string? Sender = null)
{
    /// <summary>The way to somebody neutral.</summary>
    public MailLink? Ear { get; init; }
}
