
namespace ReverseMentoring.Web.DesignSystem.Fields;

/// <summary>One topic to pick.</summary>
/// <param name="Id">The topic's id, part of the field's name.</param>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Hint">What it is about.</param>
public sealed record TopicLine(string Id, string Name, string Group = "", string? Hint = null);
