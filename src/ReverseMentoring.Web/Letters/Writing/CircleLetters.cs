using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>What only members of a circle hear: who is in it, what has changed, and that it is their turn to present.</summary>
internal sealed class CircleLetters(IStore store) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.CircleIntroduction, MailKind.CircleChanged, MailKind.PresenterChanged];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel) =>
        await MeetingMailModel.Read(store, occasion, cancel) is not { IsReaderIn: true, Meeting.IsOver: false } model ? Draft.Drop(DropReason.MeetingOver)
        : occasion.Mail.Kind is MailKind.PresenterChanged ? await Presenter(occasion, model, cancel)
        : await About(occasion, model, cancel);

    private async Task<Draft> About(Occasion occasion, MeetingMailModel model, CancellationToken cancel)
    {
        var open = await new MeetingRepository(store, occasion.Cohort.Id).Sessions(model.Id, cancel)
            .FirstOrDefaultAsync(session => session.Value.IsOpen, cancel);
        var trusted = occasion.Contacts.Trusted ?? occasion.Contacts.Manager;
        return new(
            $"{occasion.Mail.Kind}", ("people", occasion.Voice.Count("People", model.Members.Count)), ("trusted", trusted.Name), ("trustedAddress", trusted.Email),
            ("sessions", occasion.Voice.Count("Sessions", model.Meeting.SessionsPlanned)),
            ("days", occasion.Voice.Count("EveryDays", model.Meeting.IdealDays ?? occasion.Cohort.Settings.Sessions.IdealDays)))
        {
            Url = occasion.Links.To(FormKind.Participation),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["members"] = [model.MemberList()],
                ["topics"] = [model.TopicList()],
                ["rota"] = [model.RotaList(open?.Value.Number ?? 1)],
            },
        };
    }

    private async Task<Draft> Presenter(Occasion occasion, MeetingMailModel model, CancellationToken cancel)
    {
        var number = occasion.Mail.Session ?? 0;
        if (model.Meeting.TurnOf(number) is not { } turn || turn.Presenter != occasion.Participant.Id
            || await new MeetingRepository(store, occasion.Cohort.Id).FindSession(model.Id, number, cancel) is not { HasTime: true } session)
        {
            return Draft.Drop(DropReason.MovedAgain);
        }

        return new(
            "PresenterChanged", ("number", $"{number}"), ("when", occasion.Voice.When(session.Time)), ("topic", model.TopicOf(turn)))
        {
            Url = occasion.Links.To(FormKind.Cancel, model.Id, number),
        };
    }
}
