namespace ReverseMentoring.Web.DesignSystem.Pages;

/// <summary>A link of a menu, a trail or a row of choices.</summary>
/// <param name="Current">It leads to where one is.</param>
/// <param name="Count">What waits there, shown if above zero.</param>
public sealed record Link(string Text, string Href, bool Current = false, int Count = 0);

/// <summary>The same page in another language.</summary>
/// <param name="Code">BCP 47: <c>de</c>.</param>
/// <param name="Name">In its own language: Deutsch.</param>
public sealed record LanguageLink(string Code, string Name, string Href, bool Current = false);
