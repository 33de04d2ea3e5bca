using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Web.Mails;

/// <summary>A family of mails that say much the same.</summary>
internal interface IMailTemplate
{
    IReadOnlyList<MailKind> Kinds { get; }

    Task<MailContent> Compose(MailContext context, CancellationToken cancel);
}
