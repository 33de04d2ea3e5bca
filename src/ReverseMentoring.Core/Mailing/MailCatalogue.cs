using ReverseMentoring.Core.Programme;
using static ReverseMentoring.Core.Mailing.MailPriority;
using static ReverseMentoring.Core.Mailing.MailQuestion;
using static ReverseMentoring.Core.Mailing.MailReaders;
using static ReverseMentoring.Core.Mailing.MailTiming;
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
        MailKind.TopicsInvitation => new("topicsinvitation", Invitation, Participants, Asks, Waits, OneADay),
        MailKind.OffersInvitation => new("offersinvitation", Invitation, Participants, Asks, Waits, OneADay),
        MailKind.Introduction => new("introduction", Partners, Participants, Asks, Waits, OneADay),
        MailKind.Briefing => new("briefing", Partners, Participants, AsksToo, Waits, OneADay),
        MailKind.SessionInvitation => new("sessioninvitation", MeetingNews, AndDelegates, None, GoesOut, OneADay) { Rides = true },
        MailKind.SessionReminder => new("sessionreminder", MeetingNews, AndDelegates, None, Falls, OneADay) { Rides = true, Level = MailLevel.Normal },
        MailKind.SessionMoved => new("sessionmoved", SessionChange, AndDelegates, None, GoesOut, InTime),
        MailKind.SessionCancelled => new("sessioncancelled", SessionChange, AndDelegates, None, GoesOut, InTime) { OutlivesCycle = true, FollowsLeavers = true },
        MailKind.Pulse => new("pulse", Survey, Participants, Asks, Waits, OneADay) { Rides = true, CanWait = true },
        MailKind.HalfTime => new("halftime", Survey, Participants, Asks, Waits, OneADay) { Rides = true, CanWait = true },
        MailKind.FeedbackInvitation => new("feedbackinvitation", Closing, Participants, Asks, Waits, OneADay),
        MailKind.Reminder => new("reminder", MailPriority.Reminder, Participants, Recalls, Falls, OneADay) { Rides = true, Level = MailLevel.Normal },
        MailKind.MeetingEnded => new("meetingended", MeetingNews, Participants, None, GoesOut, OneADay) { OutlivesCycle = true, Rides = true },
        MailKind.Unmatched => new("unmatched", Partners, Participants, None, Waits, OneADay),
        MailKind.CycleCancelled => new("cyclecancelled", MeetingNews, Participants, None, GoesOut, DecentHour) { OutlivesCycle = true },
        MailKind.Thanks => new("thanks", Closing, Participants, None, Waits, OneADay) { Rides = true, Level = MailLevel.Normal },
        MailKind.ReviewReady => new("reviewready", ManagerNotice, Manager, None, GoesOut, DecentHour),
        MailKind.ReviewReminder => new("reviewreminder", ManagerNotice, Manager, None, GoesOut, DecentHour),
        MailKind.TurnoutLow => new("turnoutlow", ManagerNotice, Manager, None, GoesOut, DecentHour),
        MailKind.ReportReady => new("reportready", ManagerNotice, Manager, None, GoesOut, DecentHour),
        MailKind.CadenceAsked => new("cadenceasked", MeetingNews, Participants, Asks, Waits, OneADay) { Rides = true, CanWait = true },
        MailKind.CadenceKept => new("cadencekept", MeetingNews, Participants, None, GoesOut, OneADay) { Rides = true, CanWait = true },
        MailKind.DelegateNamed => new("delegatenamed", MeetingNews, Delegates, None, GoesOut, DecentHour),
        MailKind.CircleIntroduction => new("circleintroduction", Partners, Participants, None, Waits, OneADay),
        MailKind.CircleChanged => new("circlechanged", MeetingNews, Participants, None, Waits, OneADay) { Rides = true, CanWait = true },
        MailKind.PresenterChanged => new("presenterchanged", MeetingNews, Participants, None, GoesOut, InTime),
    };
}
