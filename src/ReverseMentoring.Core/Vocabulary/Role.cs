namespace ReverseMentoring.Core.Vocabulary;

/// <summary>
/// The part somebody has in a cohort. Each may also offer or wish the other way round; the role says who leads.
/// </summary>
public enum Role
{
    /// <summary>No participant: the row only tells the reporting line.</summary>
    None,

    /// <summary>The junior who teaches.</summary>
    Mentor,

    /// <summary>The senior leader who learns.</summary>
    Mentee,
}
