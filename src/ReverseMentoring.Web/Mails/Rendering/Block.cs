namespace ReverseMentoring.Web.Mails.Rendering;

/// <summary>One part of a mail's body.</summary>
public abstract record Block;

/// <summary>A paragraph of plain text.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>A heading inside a longer mail.</summary>
public sealed record Heading(string Text) : Block;

/// <summary>Facts at a glance: what, when, where.</summary>
public sealed record FactList(IReadOnlyList<MailFact> Facts) : Block;

/// <param name="Label">"When"</param>
/// <param name="Value">"Tuesday, 3 March, 14:00"</param>
public sealed record MailFact(string Label, string Value);

/// <summary>A person's own words.</summary>
/// <param name="By">Whose, or null.</param>
public sealed record QuoteBlock(string Text, string? By = null) : Block;

/// <summary>Points of equal weight; numbered if the order matters.</summary>
public sealed record PointList(IReadOnlyList<string> Points, bool Numbered = false) : Block;

/// <summary>The one thing to do.</summary>
public sealed record MainButton(string Text, string Url) : Block;

/// <summary>What else one can do, quietly.</summary>
public sealed record LinkList(IReadOnlyList<MailLink> Links) : Block;
