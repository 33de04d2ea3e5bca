using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;

namespace ReverseMentoring.Web.Mails;

/// <summary>Thanks, and news that nobody likes to bring: no partner this time, the programme has ended early.</summary>
internal sealed class ClosingMails(ParticipationService participation) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Thanks, MailKind.Unmatched, MailKind.CycleCancelled];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        if (context.Mail.Kind is MailKind.Unmatched && await HasPartner(context, cancel))
        {
            return MailContent.Drop(DropReason.HasPartner);
        }

        var erased = context.Cohort.EndOfDay(context.Now, context.Cohort.Settings.RetentionDays);
        return new($"{context.Mail.Kind}", ("erased", context.Localizer.Until(erased)))
        {
            Url = context.Links.To(FormKind.Participation),
        };
    }

    /// <summary>Found one, or was asked, while the mail waited for its turn.</summary>
    private async Task<bool> HasPartner(MailContext context, CancellationToken cancel) =>
        (await participation.MeetingsOf(context.Cohort.Id, context.Participant.Id, cancel))
            .Any(meeting => meeting.Status is MeetingStatus.Proposed or MeetingStatus.Running);
}
