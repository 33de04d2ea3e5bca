using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Thanks, and news that nobody likes to bring: no partner this time, the programme has ended early.</summary>
internal sealed class ClosingLetters(ParticipationDesk desk) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Thanks, MailKind.Unmatched, MailKind.CycleCancelled];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        if (occasion.Mail.Kind is MailKind.Unmatched && await HasPartner(occasion, cancel))
        {
            return Draft.Drop(DropReason.HasPartner);
        }

        var erased = occasion.Cohort.EndOfDay(occasion.Now, occasion.Cohort.Settings.RetentionDays);
        return new($"{occasion.Mail.Kind}", ("erased", occasion.Voice.Until(erased)))
        {
            Url = occasion.Links.To(FormKind.Participation),
        };
    }

    /// <summary>Found one, or was asked, while the mail waited for its turn.</summary>
    private async Task<bool> HasPartner(Occasion occasion, CancellationToken cancel) =>
        (await desk.MeetingsOf(occasion.Cohort.Id, occasion.Participant.Id, cancel))
            .Any(meeting => meeting.Status is MeetingStatus.Proposed or MeetingStatus.Running);
}
