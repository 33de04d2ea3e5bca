using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Web.Mails;

/// <summary>To somebody who has been named as the keeper of a participant's calendar.</summary>
internal sealed class DelegateMails : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.DelegateNamed];

    public Task<MailContent> Compose(MailContext context, CancellationToken cancel) => Task.FromResult(
        new MailContent("DelegateNamed", ("leader", context.Participant.Name))
        {
            Url = context.Links.ToDelegate(context.Participant),
        });
}
