namespace ReverseMentoring.Web.DesignSystem.Charts;

/// <summary>One row of figures under a name; a chart takes one or two.</summary>
/// <param name="Values">One for each label of the chart; null where there is none.</param>
public sealed record Series(string Name, IReadOnlyList<double?> Values);
