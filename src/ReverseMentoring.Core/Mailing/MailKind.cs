namespace ReverseMentoring.Core.Mailing;

/// <summary>Every mail that the product sends; <see cref="MailCatalogue"/> says what is decided for each. Rows hold the name in kebab case: it never changes.</summary>
public enum MailKind
{
    TopicsInvitation,
    OffersInvitation,
    Introduction,
    Briefing,
    SessionInvitation,
    SessionReminder,
    SessionMoved,
    SessionCancelled,
    Pulse,
    HalfTime,
    FeedbackInvitation,
    Reminder,
    /// <summary>To those who met, that they no longer do.</summary>
    MeetingEnded,
    Unmatched,
    CycleCancelled,
    Thanks,
    ReviewReady,
    ReviewReminder,
    TurnoutLow,
    ReportReady,

    /// <summary>Two sessions in a row fell: go on, change the rhythm, or part?</summary>
    CadenceAsked,

    /// <summary>They would have met less often, but not all sessions would fit any more.</summary>
    CadenceKept,

    /// <summary>To somebody who keeps a participant's calendar from now on.</summary>
    DelegateNamed,

    /// <summary>To somebody whom the programme manager has taken out.</summary>
    TakenOut,

    /// <summary>To somebody who was taken out and takes part again.</summary>
    BroughtBack,

    /// <summary>Who is in the circle, what it is about, who presents when, and how to leave it.</summary>
    CircleIntroduction,

    /// <summary>Somebody has come into the circle, or left it.</summary>
    CircleChanged,

    /// <summary>To somebody who presents instead of another.</summary>
    PresenterChanged,
}
