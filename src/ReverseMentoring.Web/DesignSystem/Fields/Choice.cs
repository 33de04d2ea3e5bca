namespace ReverseMentoring.Web.DesignSystem.Fields;

/// <summary>One answer to choose.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">A sentence below the label, where there is room for it.</param>
/// <param name="Group">The heading under which it stands in a list to choose from; those of one group follow each other. Null: none.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null);
