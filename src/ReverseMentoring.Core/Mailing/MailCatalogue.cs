using static ReverseMentoring.Core.Mailing.MailPriority;
using static ReverseMentoring.Core.Mailing.MailQuestion;
using static ReverseMentoring.Core.Mailing.MailReaders;
using static ReverseMentoring.Core.Mailing.PauseRule;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Each mail of the product, declared once. A kind that is missing here doesn't compile.</summary>
public static class MailCatalogue
{
    private const MailReaders AndDelegates = Participants | Delegates;

    private static readonly Dictionary<MailKind, MailDeclaration> ByKind = Enum.GetValues<MailKind>().ToDictionary(kind => kind, Declare);

    public static MailDeclaration Declaration(this MailKind kind) => ByKind[kind];

    public static string Slug(this MailKind kind) => ByKind[kind].Slug;

    private static MailDeclaration Declare(MailKind kind) => kind switch
    {
        MailKind.TopicsInvitation => new("topicsinvitation", Invitation, Participants, Asks, Waits),
        MailKind.OffersInvitation => new("offersinvitation", Invitation, Participants, Asks, Waits),
        MailKind.Introduction => new("introduction", Partners, Participants, Asks, Waits),
        MailKind.Briefing => new("briefing", Partners, Participants, AsksToo, Waits),
        MailKind.SessionInvitation => new("sessioninvitation", MeetingNews, AndDelegates, None, GoesOut),
        MailKind.SessionReminder => new("sessionreminder", MeetingNews, AndDelegates, None, Falls),
        MailKind.SessionMoved => new("sessionmoved", SessionChange, AndDelegates, None, GoesOut),
        MailKind.SessionCancelled => new("sessioncancelled", SessionChange, AndDelegates, None, GoesOut) { OutlivesCycle = true, FollowsLeavers = true },
        MailKind.Pulse => new("pulse", Survey, Participants, Asks, Waits),
        MailKind.HalfTime => new("halftime", Survey, Participants, Asks, Waits),
        MailKind.FeedbackInvitation => new("feedbackinvitation", Closing, Participants, Asks, Waits),
        MailKind.Reminder => new("reminder", MailPriority.Reminder, Participants, Recalls, Falls),
        MailKind.MeetingEnded => new("meetingended", MeetingNews, Participants, None, GoesOut) { OutlivesCycle = true },
        MailKind.Unmatched => new("unmatched", Partners, Participants, None, Waits),
        MailKind.CycleCancelled => new("cyclecancelled", MeetingNews, Participants, None, GoesOut) { OutlivesCycle = true },
        MailKind.Thanks => new("thanks", Closing, Participants, None, Waits),
        MailKind.ReviewReady => new("reviewready", ManagerNotice, Manager, None, GoesOut),
        MailKind.ReviewReminder => new("reviewreminder", ManagerNotice, Manager, None, GoesOut),
        MailKind.TurnoutLow => new("turnoutlow", ManagerNotice, Manager, None, GoesOut),
        MailKind.ReportReady => new("reportready", ManagerNotice, Manager, None, GoesOut),
        MailKind.CadenceAsked => new("cadenceasked", MeetingNews, Participants, Asks, Waits),
        MailKind.CadenceKept => new("cadencekept", MeetingNews, Participants, None, GoesOut),
        MailKind.DelegateNamed => new("delegatenamed", MeetingNews, Delegates, None, GoesOut),
        MailKind.TakenOut => new("takenout", MeetingNews, Participants, None, GoesOut) { OutlivesCycle = true, FollowsLeavers = true },
        MailKind.BroughtBack => new("broughtback", MeetingNews, Participants, None, GoesOut),
        MailKind.CircleIntroduction => new("circleintroduction", Partners, Participants, None, Waits),
        MailKind.CircleChanged => new("circlechanged", MeetingNews, Participants, None, Waits),
        MailKind.PresenterChanged => new("presenterchanged", MeetingNews, Participants, None, GoesOut),
    };
}
