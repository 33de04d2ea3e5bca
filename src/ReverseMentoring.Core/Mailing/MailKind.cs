namespace ReverseMentoring.Core.Mailing;

/// <summary>Every mail that the product sends.</summary>
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

    /// <summary>Who is in the circle, what it is about, who presents when, and how to leave it.</summary>
    CircleIntroduction,

    /// <summary>Somebody has come into the circle, or left it.</summary>
    CircleChanged,

    /// <summary>To somebody who presents instead of another.</summary>
    PresenterChanged,
}

public static class MailKinds
{
    /// <summary>As it stands in the names of mails, by which a second run finds them: it never changes.</summary>
    public static string Slug(MailKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>What somebody needs who keeps another's calendar.</summary>
    public static bool IsForDelegates(MailKind kind) => kind is MailKind.SessionInvitation or MailKind.SessionMoved
        or MailKind.SessionCancelled or MailKind.SessionReminder or MailKind.DelegateNamed;
}

/// <summary>What goes first when the quota is short: changes of sessions first, surveys last.</summary>
public static class MailPriority
{
    public static int PriorityOf(MailKind kind) => kind switch
    {
        MailKind.SessionMoved or MailKind.SessionCancelled => 1,
        MailKind.SessionInvitation or MailKind.SessionReminder or MailKind.CadenceAsked or MailKind.CadenceKept or MailKind.DelegateNamed or MailKind.MeetingEnded or MailKind.CycleCancelled
            or MailKind.CircleChanged or MailKind.PresenterChanged => 2,
        MailKind.ReviewReady or MailKind.ReviewReminder or MailKind.TurnoutLow or MailKind.ReportReady => 3,
        MailKind.Introduction or MailKind.Briefing or MailKind.Unmatched or MailKind.CircleIntroduction => 4,
        MailKind.TopicsInvitation or MailKind.OffersInvitation => 5,
        MailKind.Reminder => 6,
        MailKind.Pulse or MailKind.HalfTime => 7,
        _ => 8,
    };
}
