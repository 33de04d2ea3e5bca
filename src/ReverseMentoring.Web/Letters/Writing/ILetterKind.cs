using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A family of mails that say much the same.</summary>
internal interface ILetterKind
{
    IReadOnlyList<MailKind> Kinds { get; }

    Task<Draft> Compose(Occasion occasion, CancellationToken cancel);
}
