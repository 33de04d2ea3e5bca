namespace ReverseMentoring.Core.Asking;

/// <summary>The pages that people open from their mails; <see cref="FormCatalogue"/> says what is decided for each. Rows hold the name in kebab case: it never changes.</summary>
public enum FormKind
{
    /// <summary>Which topics there should be.</summary>
    Topics,

    /// <summary>What I can bring, what I want, when, and the ground rules.</summary>
    Offers,

    /// <summary>Accept or decline a partner.</summary>
    Confirmation,

    /// <summary>What I expect of our sessions.</summary>
    Expectations,

    /// <summary>Did you meet?</summary>
    Pulse,

    /// <summary>How is it going, half-way?</summary>
    HalfTime,

    /// <summary>The closing survey.</summary>
    Feedback,

    /// <summary>Find us another time.</summary>
    Reschedule,

    /// <summary>My participation: leave, another partner, reminders, my data.</summary>
    Participation,

    /// <summary>I can't make it: find us another time.</summary>
    Cancel,

    /// <summary>Go on, change the rhythm, or part?</summary>
    Cadence,

    /// <summary>What somebody sees who keeps another's calendar: times and names, and a session to move.</summary>
    Delegate,

    /// <summary>What somebody asked for on their page, confirmed from a mail to their own address.</summary>
    OwnAct,

    /// <summary>The page of the two of a pair: the next session, what they want to reach, what they have noted.</summary>
    Pair,
}
