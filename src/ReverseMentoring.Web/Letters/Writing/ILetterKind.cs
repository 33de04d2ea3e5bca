using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A family of mails that say much the same.</summary>
internal interface ILetterKind
{
    IReadOnlyList<MailKind> Kinds { get; }

    /// <summary>They are about a circle; others of the same kind are about a pair.</summary>
    bool OfCircles => false;

    Task<Draft> Compose(Occasion occasion, CancellationToken cancel);
}
