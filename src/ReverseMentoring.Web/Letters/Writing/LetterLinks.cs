using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Links;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Signed addresses for one reader of one cohort.</summary>
public sealed class LetterLinks(LinkSigner signer, ProgrammeAddress programme, string cohort, string person, DateTimeOffset now)
{
    /// <summary>Longer than any cohort; a phase that is over is told by the page itself.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    public string To(AskId ask) => To(ask.Form, ask.Scope, ask.Number);

    public string To(FormKind form, string scope = "", int number = 0) =>
        programme.Form(signer.Sign(new(form, cohort, person, scope, number, now, now + Lifetime)));
}
