namespace ReverseMentoring.Web.DesignSystem.Display;

/// <summary>Something that happened or will happen.</summary>
/// <param name="When">As the reader's clock and language say it.</param>
/// <param name="DateTime">The same for machines, ISO 8601, or none.</param>
public sealed record Moment(string When, string What, string? Detail = null, StepState State = StepState.Done, string? DateTime = null);
