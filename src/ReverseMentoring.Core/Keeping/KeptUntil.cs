namespace ReverseMentoring.Core.Keeping;

/// <summary>When something goes; always earlier where the whole cohort is erased earlier, but for what stays.</summary>
public enum KeptUntil
{
    /// <summary>The cohort is erased, or the person has themselves erased.</summary>
    PersonErased,

    /// <summary>The cohort is erased.</summary>
    CohortErased,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>The survey closes.</summary>
    SurveyClosed,

    /// <summary>The sessions begin.</summary>
    SessionsBegin,

    /// <summary>The mail has gone.</summary>
    MailGone,

    /// <summary>It was acted on.</summary>
    Done,

    /// <summary>The last cohort that knows the person is erased.</summary>
    LastCohortErased,

    /// <summary>The sign-in ends, by itself after twelve hours.</summary>
    SignedOut,

    /// <summary>The draft is started, taken away, or as old as drafts get.</summary>
    DraftOver,

    /// <summary>An administrator takes it away.</summary>
    TakenAway,

    /// <summary>It stays.</summary>
    Stays,
}
