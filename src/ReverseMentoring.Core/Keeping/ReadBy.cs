namespace ReverseMentoring.Core.Keeping;

/// <summary>Who gets to see something, each by name or as a part of what they see.</summary>
[Flags]
public enum ReadBy
{
    /// <summary>No human: the product works with it.</summary>
    Nobody = 0,

    /// <summary>Whom it is about, on their own pages.</summary>
    Oneself = 1,

    /// <summary>Those whom they meet.</summary>
    Partners = 2,

    /// <summary>Who keeps their calendar.</summary>
    Delegate = 4,

    /// <summary>All who take part.</summary>
    Participants = 8,

    /// <summary>Programme managers of the cohort.</summary>
    Manager = 16,

    /// <summary>Administrators of the deployment.</summary>
    Administrator = 32,

    /// <summary>Whoever is sent the report.</summary>
    Report = 64,
}
