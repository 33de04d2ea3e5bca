using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>How a pair is doing, and that it has ended.</summary>
internal sealed class PairLetters(IStore store) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Pulse, MailKind.HalfTime, MailKind.RhythmAsked, MailKind.RhythmKept, MailKind.PairEnded];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var mail = occasion.Mail;
        if (await PairScene.Read(store, occasion, cancel) is not { } scene)
        {
            return Draft.Drop(DropReason.PairOver);
        }

        if (mail.Kind is MailKind.PairEnded)
        {
            var key = scene.Pair.End is PairEnd.OutOfTime ? "PairEnded.NoTime" : "PairEnded";
            return new(key, ("partner", scene.PartnerName)) { Url = occasion.Links.To(FormKind.Participation) };
        }

        return scene.Pair.Status is PairStatus.Running or PairStatus.Completed
            ? new($"{mail.Kind}", ("partner", scene.PartnerName)) { Url = mail.Ask is { } ask ? occasion.Links.To(ask) : occasion.Links.To(FormKind.Participation) }
            : Draft.Drop(DropReason.PairOver);
    }
}
