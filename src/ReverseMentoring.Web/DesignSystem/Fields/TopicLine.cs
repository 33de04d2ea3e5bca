namespace ReverseMentoring.Web.DesignSystem.Fields;

/// <summary>One topic to pick.</summary>
/// <param name="Id">What is posted of it.</param>
public sealed record TopicLine(string Id, string Name);
