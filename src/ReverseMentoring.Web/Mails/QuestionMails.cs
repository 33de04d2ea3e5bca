using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Mails;

/// <summary>Invitations to everybody's own forms: topics, offers and wishes, the closing survey.</summary>
internal sealed class QuestionMails : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.TopicsInvitation, MailKind.OffersInvitation, MailKind.FeedbackInvitation];

    public Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var ask = context.Mail.Ask!.Value;
        var end = FormDeadlines.DeadlineOf(context.Cohort, context.State, ask.Form, context.Now);
        return Task.FromResult(new MailContent($"{context.Mail.Kind}", ("deadline", context.Deadline(end)))
        {
            Url = context.Links.To(ask),
        });
    }
}
