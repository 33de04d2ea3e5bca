namespace ReverseMentoring.Web.DesignSystem.Display;

/// <summary>One line of what is known: "When", "Tuesday, 3 March, 14:00".</summary>
public sealed record Fact(string Label, string Value);
