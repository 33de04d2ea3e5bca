using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using static ReverseMentoring.Core.Mailing.MailPriority;
using static ReverseMentoring.Core.Mailing.MailQuestion;
using static ReverseMentoring.Core.Mailing.MailReaders;
using static ReverseMentoring.Core.Mailing.MailTiming;
using static ReverseMentoring.Core.Mailing.PauseRule;

namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// Every mail that the product sends, each with what is decided for it. Rows hold the enum's name in kebab case (<c>session-moved</c>), the slug
/// (<c>sessionmoved</c>) stands in the mail's own name: neither ever changes.
/// </summary>
public enum MailKind
{
    [MailDeclaration("topicsinvitation", Invitation, Participants, Asks, Waits, OneADay)]
    TopicsInvitation,

    [MailDeclaration("offersinvitation", Invitation, Participants, Asks, Waits, OneADay)]
    OffersInvitation,

    [MailDeclaration("introduction", Partners, Participants, Asks, Waits, OneADay)]
    Introduction,

    [MailDeclaration("briefing", Partners, Participants, AsksToo, Waits, OneADay)]
    Briefing,

    [MailDeclaration("sessioninvitation", MeetingNews, Participants | Delegates, None, GoesOut, OneADay, Rides = true)]
    SessionInvitation,

    [MailDeclaration("sessionreminder", MeetingNews, Participants | Delegates, None, Falls, OneADay, Rides = true, Level = MailLevel.Normal)]
    SessionReminder,

    [MailDeclaration("sessionmoved", SessionChange, Participants | Delegates, None, GoesOut, InTime, CanWait = true)]
    SessionMoved,

    [MailDeclaration("sessioncancelled", SessionChange, Participants | Delegates, None, GoesOut, InTime, OutlivesCycle = true, FollowsLeavers = true, Joins = true)]
    SessionCancelled,

    [MailDeclaration("pulse", Survey, Participants, Asks, Waits, OneADay, Rides = true, CanWait = true)]
    Pulse,

    [MailDeclaration("halftime", Survey, Participants, Asks, Waits, OneADay, Rides = true, CanWait = true)]
    HalfTime,

    [MailDeclaration("feedbackinvitation", Closing, Participants, Asks, Waits, OneADay)]
    FeedbackInvitation,

    [MailDeclaration("reminder", MailPriority.Reminder, Participants, Recalls, Falls, OneADay, Rides = true, Level = MailLevel.Normal)]
    Reminder,

    /// <summary>To those who met, that they no longer do.</summary>
    [MailDeclaration("meetingended", MeetingNews, Participants, None, GoesOut, OneADay, OutlivesCycle = true, Rides = true)]
    MeetingEnded,

    [MailDeclaration("unmatched", Partners, Participants, None, Waits, OneADay)]
    Unmatched,

    [MailDeclaration("cyclecancelled", MeetingNews, Participants, None, GoesOut, DecentHour, OutlivesCycle = true)]
    CycleCancelled,

    [MailDeclaration("thanks", Closing, Participants, None, Waits, OneADay, Rides = true, Level = MailLevel.Normal)]
    Thanks,

    /// <summary>Topics that people have added wait to be looked at.</summary>
    [MailDeclaration("topicsready", ManagerNotice, Manager, None, GoesOut, DecentHour, Tells = Told.Aggregate)]
    TopicsReady,

    [MailDeclaration("reviewready", ManagerNotice, Manager, None, GoesOut, DecentHour, Tells = Told.Aggregate)]
    ReviewReady,

    [MailDeclaration("reviewreminder", ManagerNotice, Manager, None, GoesOut, DecentHour, Tells = Told.Aggregate)]
    ReviewReminder,

    [MailDeclaration("turnoutlow", ManagerNotice, Manager, None, GoesOut, DecentHour, Tells = Told.Aggregate)]
    TurnoutLow,

    [MailDeclaration("reportready", ManagerNotice, Manager, None, GoesOut, DecentHour, Tells = Told.Aggregate)]
    ReportReady,

    /// <summary>Each Monday: what happened, what needs the manager, what comes.</summary>
    [MailDeclaration("weeklydigest", ManagerNotice, Manager, None, GoesOut, DecentHour, Tells = Told.Exception)]
    WeeklyDigest,

    /// <summary>To somebody who would like to take part: was it you?</summary>
    [MailDeclaration("applicationconfirm", Echo, Applicants, None, GoesOut, AtOnce)]
    ApplicationConfirm,

    /// <summary>Their address is confirmed: where they stand on the waiting list.</summary>
    [MailDeclaration("applicationwaiting", MeetingNews, Applicants, None, GoesOut, DecentHour)]
    ApplicationWaiting,

    /// <summary>They take part.</summary>
    [MailDeclaration("applicationadmitted", MeetingNews, Applicants, None, GoesOut, DecentHour)]
    ApplicationAdmitted,

    /// <summary>There was no place for them.</summary>
    [MailDeclaration("applicationover", MeetingNews, Applicants, None, GoesOut, DecentHour, OutlivesCycle = true)]
    ApplicationOver,

    /// <summary>Twice in a row a session fell, be it one or two: go on, change the rhythm, or part?</summary>
    [MailDeclaration("cadenceasked", MeetingNews, Participants, Asks, Waits, OneADay, Rides = true, CanWait = true)]
    CadenceAsked,

    /// <summary>They would have met less often, but not all sessions would fit any more.</summary>
    [MailDeclaration("cadencekept", MeetingNews, Participants, None, GoesOut, OneADay, Rides = true, CanWait = true)]
    CadenceKept,

    /// <summary>Their partner would like a fixed rhythm: do they?</summary>
    [MailDeclaration("rhythmwished", MeetingNews, Participants, None, Waits, OneADay, Rides = true)]
    RhythmWished,

    /// <summary>To somebody who keeps a participant's calendar from now on.</summary>
    [MailDeclaration("delegatenamed", MeetingNews, Delegates, None, GoesOut, DecentHour)]
    DelegateNamed,

    /// <summary>To somebody whom the programme manager has taken out.</summary>
    [MailDeclaration("takenout", MeetingNews, Participants, None, GoesOut, DecentHour, OutlivesCycle = true, FollowsLeavers = true)]
    TakenOut,

    /// <summary>To somebody who was taken out and takes part again.</summary>
    [MailDeclaration("broughtback", MeetingNews, Participants, None, GoesOut, OneADay)]
    BroughtBack,

    /// <summary>Who is in the circle, what it is about, who presents when, and how to leave it.</summary>
    [MailDeclaration("circleintroduction", Partners, Participants, None, Waits, OneADay)]
    CircleIntroduction,

    /// <summary>Somebody has come into the circle, or left it.</summary>
    [MailDeclaration("circlechanged", MeetingNews, Participants, None, Waits, OneADay, Rides = true)]
    CircleChanged,

    /// <summary>To somebody who presents instead of another.</summary>
    [MailDeclaration("presenterchanged", MeetingNews, Participants, None, GoesOut, InTime)]
    PresenterChanged,

    /// <summary>All links that somebody had have ended; here are new ones.</summary>
    [MailDeclaration("linksrenewed", Echo, Participants, None, GoesOut, AtOnce, OutlivesCycle = true, FollowsLeavers = true)]
    LinksRenewed,

    /// <summary>To the address that somebody had: the programme manager has put another in its place, and what was said before opens once that is confirmed from here.</summary>
    [MailDeclaration("addresschanged", Echo, Participants, None, GoesOut, AtOnce, OutlivesCycle = true, FollowsLeavers = true)]
    AddressChanged,

    /// <summary>Somebody would leave, have themselves erased, or name a delegate: confirmed from this mail.</summary>
    [MailDeclaration("ownact", Echo, Participants, None, GoesOut, AtOnce, OutlivesCycle = true, FollowsLeavers = true)]
    OwnAct,

    /// <summary>The code that opens what its reader wrote earlier.</summary>
    [MailDeclaration("owncode", Echo, Participants, None, GoesOut, AtOnce, OutlivesCycle = true, FollowsLeavers = true)]
    OwnCode,

    /// <summary>To somebody who has just said that they take no part.</summary>
    [MailDeclaration("nothankssaid", Echo, Participants, None, GoesOut, AtOnce, OutlivesCycle = true, FollowsLeavers = true)]
    NoThanksSaid,

    /// <summary>To somebody who has waited for a partner or a circle, that nobody is looked for any more.</summary>
    [MailDeclaration("waitingover", Partners, Participants, None, Waits, OneADay)]
    WaitingOver,

    /// <summary>Works council mode is to end: what the programme manager will see from then on.</summary>
    [MailDeclaration("managerseesmore", MeetingNews, Participants, None, GoesOut, DecentHour)]
    ManagerSeesMore,

    /// <summary>To somebody who said yes to a partner, that the two don't begin: nothing of who or why.</summary>
    [MailDeclaration("notformed", Partners, Participants, None, Waits, OneADay, Rides = true)]
    NotFormed,
}
