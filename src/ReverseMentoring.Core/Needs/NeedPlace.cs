namespace ReverseMentoring.Core.Needs;

/// <summary>Where a manager looks, or does something, about a need; pages, mails and the HTTP interface know its address.</summary>
public enum NeedPlace
{
    /// <summary>The buttons of its cycle, on the cohort's own page.</summary>
    Cohort,

    /// <summary>Its settings.</summary>
    Settings,

    /// <summary>The list of topics.</summary>
    Topics,

    /// <summary>Its pairs or circles.</summary>
    Review,
    People,

    /// <summary>Those who would like to take part.</summary>
    Applications,

    /// <summary>Those without a partner.</summary>
    Waiting,

    /// <summary>The pairs or circles of which something is to be seen to.</summary>
    Meetings,
    Mails,
}
