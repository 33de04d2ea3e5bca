using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>Invitations to everybody's own forms: topics, offers and wishes, the closing survey.</summary>
internal sealed class QuestionMails(IStore store) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.TopicsInvitation, MailKind.OffersInvitation, MailKind.FeedbackInvitation];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var ask = context.Mail.Ask!.Value;
        var end = FormDeadlines.DeadlineOf(context.Cohort, context.State, ask.Form, context.Now);
        return new(await Text(context, cancel), ("deadline", context.Deadline(end)), ("least", context.Cohort.MinimumGroup.ToString(context.Localizer.Culture)))
        {
            Url = context.Links.To(ask),
            Slots = new Dictionary<string, IReadOnlyList<Block>> { [GoalBlocks.Slot] = [.. GoalBlocks.For(context), .. Draw(context)] },

            // Nobody was asked whether they want to be asked: the first mails say what for, and take a no.
            Beside = ask.Form is FormKind.Topics or FormKind.Offers
                ? [new(context.Localizer.Say("First.Notice"), context.Links.ToNotice()), new(context.Localizer.Say("First.NoThanks"), context.Links.ToNoThanks())]
                : [],
        };
    }

    /// <summary>Who had no partner is asked in other words: where a draw has said who waits, those too are asked at the end.</summary>
    private async Task<string> Text(MailContext context, CancellationToken cancel) => context.Mail.Kind is MailKind.FeedbackInvitation && context.Cohort.Settings.DrawnWaitingList
        && !await new MeetingRepository(store, context.Cohort.Id).HasMet(context.Participant.Id, cancel)
            ? $"{context.Mail.Kind}.Alone"
            : $"{context.Mail.Kind}";

    /// <summary>That a draw may say who waits, told before anybody has answered anything.</summary>
    private static IEnumerable<Block> Draw(MailContext context) => context.Cohort.Settings.DrawnWaitingList && context.Mail.Kind is not MailKind.FeedbackInvitation
        ? [new Paragraph(context.Localizer.Say("Draw.Told"))]
        : [];
}
