using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Mails.Rendering;

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
            Slots = new Dictionary<string, IReadOnlyList<Block>> { [GoalBlocks.Slot] = GoalBlocks.For(context) },

            // Nobody was asked whether they want to be asked: the first mails say what for, and take a no.
            Beside = ask.Form is FormKind.Topics or FormKind.Offers
                ? [new(context.Localizer.Say("First.Notice"), context.Links.ToNotice()), new(context.Localizer.Say("First.NoThanks"), context.Links.ToNoThanks())]
                : [],
        });
    }
}
