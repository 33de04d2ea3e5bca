using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>What each needs to know before the first session: another text for the mentor than for the leader.</summary>
internal sealed class BriefingMails(IStore store, CohortCalendars calendars) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Briefing];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        if (await MeetingMailModel.Load(store, context, cancel) is not { Meeting.Status: MeetingStatus.Running } model)
        {
            return MailContent.Drop(DropReason.MeetingOver);
        }

        var trusted = context.Contacts.Trusted;
        var role = context.Participant.Id == model.Meeting.Mentor ? Role.Mentor : Role.Mentee;
        return new(
            $"Briefing.{role}", ("partner", model.With), ("trusted", trusted.Name), ("trustedAddress", trusted.Email),
            ("invitations", context.Localizer.Say(calendars.CalendarOf(context.Cohort) is null ? "Invitations.Mail" : "Invitations.Calendar")),
            ("sessions", context.Localizer.Count("Sessions", model.Meeting.SessionsPlanned)))
        {
            Url = context.Links.To(context.Mail.Ask!.Value),
            Slots = new Dictionary<string, IReadOnlyList<Block>> { [GoalBlocks.Slot] = GoalBlocks.For(context) },
        };
    }
}
