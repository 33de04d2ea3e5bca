using ReverseMentoring.Core.Mails;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Invitations to everybody's own forms: topics, offers and wishes, the closing survey.</summary>
internal sealed class QuestionLetters : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.TopicsInvitation, MailKind.OffersInvitation, MailKind.FeedbackInvitation];

    public Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var ask = occasion.Mail.Ask!.Value;
        var end = FormDeadlines.Of(occasion.Cohort, occasion.State, ask.Form, occasion.Now);
        return Task.FromResult(new Draft($"{occasion.Mail.Kind}", ("deadline", occasion.Deadline(end)))
        {
            Url = occasion.Links.To(ask),
        });
    }
}
