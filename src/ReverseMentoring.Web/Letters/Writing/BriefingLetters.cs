using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>What each needs to know before the first session: another text for the mentor than for the leader.</summary>
internal sealed class BriefingLetters(IStore store) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Briefing];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        if (await MeetingMailModel.Read(store, occasion, cancel) is not { Meeting.Status: MeetingStatus.Running } model)
        {
            return Draft.Drop(DropReason.MeetingOver);
        }

        var trusted = occasion.Contacts.Trusted ?? occasion.Contacts.Manager;
        var role = occasion.Participant.Id == model.Meeting.Mentor ? Role.Mentor : Role.Mentee;
        return new(
            $"Briefing.{role}", ("partner", model.With), ("trusted", trusted.Name), ("trustedAddress", trusted.Email),
            ("sessions", occasion.Voice.Count("Sessions", model.Meeting.SessionsPlanned)))
        {
            Url = occasion.Links.To(occasion.Mail.Ask!.Value),
        };
    }
}
