using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>What members of a circle hear beside their sessions: who is in it, what has changed, how it goes, that it has ended.</summary>
internal sealed class CircleLetters(IStore store) : ILetterKind
{
    public bool OfCircles => true;

    public IReadOnlyList<MailKind> Kinds { get; } =
    [
        MailKind.CircleIntroduction, MailKind.CircleChanged, MailKind.CircleEnded, MailKind.PresenterChanged, MailKind.Pulse, MailKind.HalfTime,
    ];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        if (await CircleScene.Read(store, occasion, cancel) is not { } scene || !scene.Circle.Has(occasion.Participant.Id))
        {
            return Draft.Drop(DropReason.CircleOver);
        }

        return occasion.Mail.Kind switch
        {
            MailKind.CircleEnded => new(scene.Circle.End is CircleEnd.NoCommonTime ? "CircleEnded.NoTime" : "CircleEnded")
            {
                Url = occasion.Links.To(FormKind.Participation),
            },
            MailKind.Pulse or MailKind.HalfTime => new($"{occasion.Mail.Kind}", ("others", scene.Others)) { Url = occasion.Links.To(occasion.Mail.Ask!.Value) },
            _ when scene.Circle.IsOver => Draft.Drop(DropReason.CircleOver),
            MailKind.PresenterChanged => await Presenter(occasion, scene, cancel),
            _ => await About(occasion, scene, cancel),
        };
    }

    private async Task<Draft> About(Occasion occasion, CircleScene scene, CancellationToken cancel)
    {
        var open = await new PairBook(store, occasion.Cohort.Id).Sessions(scene.Circle.Id, cancel)
            .FirstOrDefaultAsync(session => session.Value.IsOpen, cancel);
        var trusted = occasion.Contacts.Trusted ?? occasion.Contacts.Manager;
        return new(
            $"{occasion.Mail.Kind}", ("people", occasion.Voice.Count("People", scene.Members.Count)), ("trusted", trusted.Name), ("trustedAddress", trusted.Email),
            ("sessions", occasion.Voice.Count("Sessions", scene.Circle.SessionsPlanned)),
            ("days", occasion.Voice.Count("EveryDays", occasion.Cohort.Settings.Sessions.IdealDays)))
        {
            Url = occasion.Links.To(FormKind.Participation),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["members"] = [scene.MemberList()],
                ["topics"] = [scene.TopicList()],
                ["rota"] = [scene.RotaList(open?.Value.Number ?? 1)],
            },
        };
    }

    private async Task<Draft> Presenter(Occasion occasion, CircleScene scene, CancellationToken cancel)
    {
        var number = occasion.Mail.Number;
        if (scene.Circle.TurnOf(number) is not { } turn || turn.Presenter != occasion.Participant.Id
            || await store.Read<Session>(occasion.Partition, PairBook.SessionKey(scene.Circle.Id, number), cancel) is not { Value: { HasTime: true } session })
        {
            return Draft.Drop(DropReason.MovedAgain);
        }

        return new(
            "PresenterChanged", ("number", $"{number}"), ("when", occasion.Voice.When(session.Time)),
            ("topic", turn.Topic is { } topic ? scene.Title(topic) : occasion.Voice.Say("Circle.OwnTopic")))
        {
            Url = occasion.Links.To(FormKind.Cancel, scene.Circle.Id, number),
        };
    }
}
