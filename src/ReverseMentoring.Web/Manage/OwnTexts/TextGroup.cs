using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Web.Manage.OwnTexts;

/// <summary>What texts are about, in the order of the list.</summary>
public enum TextGroup
{
    Texts,
    Joining,
    Questions,
    Partners,
    Sessions,
    Surveys,
    Own,
    Manager,
}

internal static class TextGroups
{
    public static TextGroup Of(MailKind kind) => kind switch
    {
        MailKind.ApplicationConfirm or MailKind.ApplicationWaiting or MailKind.ApplicationAdmitted or MailKind.ApplicationOver => TextGroup.Joining,
        MailKind.TopicsInvitation or MailKind.OffersInvitation or MailKind.FeedbackInvitation or MailKind.Reminder => TextGroup.Questions,
        MailKind.Introduction or MailKind.Briefing or MailKind.Unmatched or MailKind.NotFormed or MailKind.WaitingOver or MailKind.MeetingEnded
            or MailKind.CircleIntroduction or MailKind.CircleChanged => TextGroup.Partners,
        MailKind.SessionInvitation or MailKind.SessionReminder or MailKind.SessionMoved or MailKind.SessionCancelled or MailKind.PresenterChanged
            or MailKind.CadenceAsked or MailKind.CadenceKept or MailKind.RhythmWished or MailKind.DelegateNamed => TextGroup.Sessions,
        MailKind.Pulse or MailKind.HalfTime or MailKind.Thanks => TextGroup.Surveys,
        MailKind.CycleCancelled or MailKind.TakenOut or MailKind.BroughtBack or MailKind.LinksRenewed or MailKind.AddressChanged or MailKind.OwnAct
            or MailKind.OwnCode or MailKind.NoThanksSaid or MailKind.ManagerSeesMore => TextGroup.Own,
        MailKind.TopicsReady or MailKind.ReviewReady or MailKind.ReviewReminder or MailKind.TurnoutLow or MailKind.ReportReady or MailKind.WeeklyDigest => TextGroup.Manager,
    };
}
