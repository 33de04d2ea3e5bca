using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>What each needs to know before the first session: another text for the mentor than for the leader.</summary>
internal sealed class BriefingLetters(IStore store) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Briefing];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        if (await PairScene.Read(store, occasion, cancel) is not { Pair.Status: PairStatus.Running } scene)
        {
            return Draft.Drop(DropReason.PairOver);
        }

        var trusted = occasion.Contacts.Trusted ?? occasion.Contacts.Manager;
        var role = occasion.Participant.Id == scene.Pair.Mentor ? Role.Mentor : Role.Mentee;
        return new(
            $"Briefing.{role}", ("partner", scene.PartnerName), ("trusted", trusted.Name), ("trustedAddress", trusted.Email),
            ("sessions", occasion.Voice.Count("Sessions", scene.Pair.SessionsPlanned)))
        {
            Url = occasion.Links.To(occasion.Mail.Ask!.Value),
        };
    }
}
