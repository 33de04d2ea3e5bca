using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>To somebody who has been named as the keeper of a participant's calendar.</summary>
internal sealed class DelegateLetters : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.DelegateNamed];

    public Task<Draft> Compose(Occasion occasion, CancellationToken cancel) => Task.FromResult(
        new Draft("DelegateNamed", ("leader", occasion.Participant.Name))
        {
            Url = occasion.Links.ToDelegate(occasion.Participant),
        });
}
