using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>
/// A circle's session, to each of its members: invitation, another time, not at all; and a reminder that says who presents.
/// It is invited to by mail in every cohort: the product writes no events of circles into calendars itself.
/// </summary>
internal sealed class CircleSessionLetters(IStore store, SessionCalendar calendar) : ILetterKind
{
    public bool OfCircles => true;

    public IReadOnlyList<MailKind> Kinds { get; } =
        [MailKind.SessionInvitation, MailKind.SessionMoved, MailKind.SessionReminder, MailKind.SessionCancelled];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var mail = occasion.Mail;
        if (await CircleScene.Read(store, occasion, cancel) is not { } scene)
        {
            return Draft.Drop(DropReason.CircleOver);
        }

        var session = (await store.Read<Session>(occasion.Partition, PairBook.SessionKey(scene.Circle.Id, mail.Number), cancel))?.Value;
        if (mail.Kind is MailKind.SessionCancelled)
        {
            return Cancelled(occasion, scene, session);
        }

        if (scene.Circle.IsOver || !scene.Circle.Has(occasion.Participant.Id) || session is not { HasTime: true })
        {
            return Draft.Drop(DropReason.SessionOver);
        }

        if (SessionLetters.SequenceOf(mail) != session.Sequence)
        {
            return Draft.Drop(DropReason.MovedAgain);
        }

        // Who can't come needs no reminder; the reason is one that others have too, so that it tells nobody who has said so.
        return mail.Kind is MailKind.SessionReminder && session.Without?.Contains(occasion.Participant.Id) is true
            ? Draft.Drop(DropReason.SessionOver)
            : mail.ToDelegate ? ForDelegate(occasion, scene, session)
            : ForMember(occasion, scene, session);
    }

    private Draft ForMember(Occasion occasion, CircleScene scene, Session session)
    {
        var (kind, voice) = (occasion.Mail.Kind, occasion.Voice);
        var presents = scene.Circle.TurnOf(session.Number)?.Presenter == occasion.Participant.Id;
        var draft = new Draft(kind is MailKind.SessionReminder && presents ? "SessionReminder.Presenter" : $"{kind}", Values(occasion, scene, session))
        {
            Url = occasion.Links.To(FormKind.Cancel, scene.Circle.Id, session.Number),
            Slots = new Dictionary<string, IReadOnlyList<Block>> { ["facts"] = [Facts(occasion, scene, session)] },
        };
        return kind is MailKind.SessionReminder
            ? draft
            : draft with { Calendar = calendar.Request(occasion, Entry(occasion, scene), session) };
    }

    private static Draft ForDelegate(Occasion occasion, CircleScene scene, Session session) =>
        new($"Delegate.{occasion.Mail.Kind}", Values(occasion, scene, session))
        {
            Url = occasion.Links.To(FormKind.Delegate, "", DelegateLinks.NumberOf(occasion.Participant)),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["facts"] = [new FactList([new(occasion.Voice.Say("Fact.When"), occasion.Voice.When(session.Time))])],
            },
        };

    /// <summary>To all, where the session falls; to one, where they have left the circle and the others still meet.</summary>
    private Draft Cancelled(Occasion occasion, CircleScene scene, Session? session)
    {
        var isIn = scene.Circle.Has(occasion.Participant.Id) && !scene.Circle.IsOver;
        if (isIn && session is { HasTime: true })
        {
            return Draft.Drop(DropReason.MovedAgain);
        }

        var looksOn = isIn && session is { IsOpen: true };
        var start = occasion.Mail.Until ?? occasion.Mail.QueuedAt;
        var time = new Interval(start, start.AddMinutes(occasion.Cohort.Settings.Sessions.Minutes));
        var (key, toDelegate) = (looksOn ? "SessionCancelled.Looking" : "SessionCancelled", occasion.Mail.ToDelegate);
        return new(toDelegate ? $"Delegate.{key}" : key, ("partner", scene.Others), ("when", occasion.Voice.When(time)))
        {
            Url = toDelegate
                ? occasion.Links.To(FormKind.Delegate, "", DelegateLinks.NumberOf(occasion.Participant))
                : occasion.Links.To(FormKind.Participation),
            Calendar = toDelegate ? null : calendar.Cancel(occasion, Entry(occasion, scene), time, looksOn ? session!.Sequence : null),
        };
    }

    private static CalendarEntry Entry(Occasion occasion, CircleScene scene) => new(
        scene.Circle.Id, occasion.Voice.Say("Calendar.Circle", ("cohort", occasion.Cohort.Settings.Name)), [occasion.Participant, .. scene.Members.Where(member => member.Id != occasion.Participant.Id)]);

    private static (string, string)[] Values(Occasion occasion, CircleScene scene, Session session) =>
    [
        ("partner", scene.Others), ("when", occasion.Voice.When(session.Time)), ("number", $"{session.Number}"),
        ("sessions", $"{scene.Circle.SessionsPlanned}"), ("leader", occasion.Participant.Name),
        ("presenter", scene.Presenter(session.Number) is { } presenter ? scene.NameOf(presenter) : occasion.Voice.Say("YourPartner")),
        ("topic", scene.Circle.TurnOf(session.Number)?.Topic is { } topic ? scene.Title(topic) : occasion.Voice.Say("Circle.OwnTopic")),
    ];

    private static FactList Facts(Occasion occasion, CircleScene scene, Session session) => new(
    [
        new(occasion.Voice.Say("Fact.When"), occasion.Voice.When(session.Time)),
        .. scene.Circle.TurnOf(session.Number) is { } turn ? [new LetterFact(occasion.Voice.Say("Fact.Presents"), scene.Presents(turn))] : Array.Empty<LetterFact>(),
        new(occasion.Voice.Say("Fact.With"), scene.Others),
    ]);
}
