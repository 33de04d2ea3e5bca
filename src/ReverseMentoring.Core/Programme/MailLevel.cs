namespace ReverseMentoring.Core.Programme;

/// <summary>How much somebody wants to be written to. Each mail declares from which level on it goes.</summary>
public enum MailLevel
{
    /// <summary>Only what is needed: questions once, and times of sessions. Nothing is recalled.</summary>
    Needed = 0,

    /// <summary>What nobody has changed.</summary>
    Normal = 1,

    /// <summary>A mail before each session too, beside what calendars do.</summary>
    Reminding = 2,
}
