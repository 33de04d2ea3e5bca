using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A session's place in the calendar: invitation, another time, not at all; and a reminder with something to talk about.</summary>
internal sealed class SessionLetters(IStore store, SessionCalendar calendar) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } =
        [MailKind.SessionInvitation, MailKind.SessionMoved, MailKind.SessionReminder, MailKind.SessionCancelled];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var mail = occasion.Mail;
        if (await PairScene.Read(store, occasion, cancel) is not { } scene)
        {
            return Draft.Drop("pair-over");
        }

        var row = await store.Read<Session>(occasion.Partition, PairBook.SessionKey(scene.Pair.Id, mail.Number), cancel);
        if (mail.Kind is MailKind.SessionCancelled)
        {
            return Cancelled(occasion, scene);
        }

        if (scene.Pair.Status is not PairStatus.Running || row is not { Value: { IsOpen: true } session })
        {
            return Draft.Drop("session-over");
        }

        // The name's fourth part is the sequence for which this mail was queued.
        if (mail.Name.Split('.') is not [_, _, _, var sequence, _] || sequence != $"{session.Sequence}")
        {
            return Draft.Drop("moved-again");
        }

        var (gets, brings) = await scene.Topics(store, occasion, cancel);
        var draft = new Draft(
            $"{mail.Kind}", ("partner", scene.PartnerName), ("when", occasion.Voice.When(session.Time)),
            ("number", $"{session.Number}"), ("sessions", $"{scene.Pair.SessionsPlanned}"))
        {
            Url = occasion.Links.To(FormKind.Reschedule, scene.Pair.Id, session.Number),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["facts"] = [Facts(occasion, scene, session.Time, [.. gets.Concat(brings).Distinct()])],
                ["agenda"] = [new PointList(Agenda.Of(occasion.Voice, session.Number, scene.Pair.SessionsPlanned), Numbered: true)],
            },
        };
        return mail.Kind is MailKind.SessionReminder
            ? draft
            : draft with { Calendar = calendar.Request(occasion, scene, session) };
    }

    // The session's own row is gone by then: the mail knows when it would have been.
    private Draft Cancelled(Occasion occasion, PairScene scene)
    {
        var start = occasion.Mail.Until ?? occasion.Mail.QueuedAt;
        var time = new Interval(start, start.AddMinutes(occasion.Cohort.Settings.Sessions.Minutes));
        return new("SessionCancelled", ("partner", scene.PartnerName), ("when", occasion.Voice.When(time)))
        {
            Url = occasion.Links.To(FormKind.Participation),
            Calendar = calendar.Cancel(occasion, scene, time),
        };
    }

    private static FactList Facts(Occasion occasion, PairScene scene, Interval time, IReadOnlyList<string> topics)
    {
        var voice = occasion.Voice;
        var facts = new List<LetterFact> { new(voice.Say("Fact.When"), voice.When(time)) };
        if (scene.Partner.Zone.OffsetAt(time.Start) != voice.Zone.OffsetAt(time.Start))
        {
            facts.Add(new(voice.Say("Fact.ForPartner", ("partner", scene.PartnerName)), voice.When(time, scene.Partner.Zone)));
        }

        if (topics.Count > 0)
        {
            facts.Add(new(voice.Say("Fact.Topics"), Wording.Voice.Titles(topics)));
        }

        return new(facts);
    }
}
