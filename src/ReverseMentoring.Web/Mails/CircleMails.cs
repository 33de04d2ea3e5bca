using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>What only members of a circle hear: who is in it, what has changed, and that it is their turn to present.</summary>
internal sealed class CircleMails(IStore store) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.CircleIntroduction, MailKind.CircleChanged, MailKind.PresenterChanged];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel) =>
        await MeetingMailModel.Load(store, context, cancel) is not { IsReaderIn: true, Meeting.IsOver: false } model ? MailContent.Drop(DropReason.MeetingOver)
        : context.Mail.Kind is MailKind.PresenterChanged ? await Presenter(context, model, cancel)
        : await About(context, model, cancel);

    private async Task<MailContent> About(MailContext context, MeetingMailModel model, CancellationToken cancel)
    {
        var open = await new MeetingRepository(store, context.Cohort.Id).Sessions(model.Id, cancel)
            .FirstOrDefaultAsync(session => session.Value.IsOpen, cancel);
        var trusted = context.Contacts.Trusted;
        var quiet = context.Mail.Kind is MailKind.CircleChanged && await model.HasQuietLeaver(store, cancel);
        return new(
            quiet ? "CircleChanged.Quiet" : $"{context.Mail.Kind}", ("people", context.Localizer.Count("People", model.Members.Count)), ("trusted", trusted.Name), ("trustedAddress", trusted.Email),
            ("sessions", context.Localizer.Count("Sessions", model.Meeting.SessionsPlanned)),
            ("days", context.Localizer.Count("EveryDays", model.Meeting.IdealDays ?? context.Cohort.Settings.Sessions.IdealDays)))
        {
            Url = context.Links.To(FormKind.Participation),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                [GoalBlocks.Slot] = GoalBlocks.For(context),
                ["members"] = [model.MemberList()],
                ["rota"] = [model.RotaList(open?.Value.Number ?? 1)],
            },
        };
    }

    private async Task<MailContent> Presenter(MailContext context, MeetingMailModel model, CancellationToken cancel)
    {
        var number = context.Mail.Session ?? 0;
        if (model.Meeting.TurnOf(number) is not { } turn || turn.Presenter != context.Participant.Id
            || await new MeetingRepository(store, context.Cohort.Id).FindSession(model.Id, number, cancel) is not { HasTime: true } session)
        {
            return MailContent.Drop(DropReason.MovedAgain);
        }

        return new(
            "PresenterChanged", ("number", $"{number}"), ("when", context.Localizer.When(session.Time)), ("topic", model.TopicOf(turn)))
        {
            Url = context.Links.To(FormKind.Cancel, model.Id, number),
        };
    }
}
