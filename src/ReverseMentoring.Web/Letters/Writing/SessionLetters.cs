using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A session's place in the calendar: invitation, another time, not at all; and a reminder with something to talk about.</summary>
internal sealed class SessionLetters(IStore store, SessionCalendar calendar, CohortCalendars calendars) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } =
        [MailKind.SessionInvitation, MailKind.SessionMoved, MailKind.SessionReminder, MailKind.SessionCancelled];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var mail = occasion.Mail;
        if (await PairScene.Read(store, occasion, cancel) is not { } scene)
        {
            return Draft.Drop(DropReason.PairOver);
        }

        // Where the product books events itself, the calendar invites and takes back.
        var inCalendar = calendars.Of(occasion.Cohort) is not null;
        var there = !inCalendar ? null
            : (await store.Read<SessionEventRow>(occasion.Partition, SessionEventRow.KeyOf(scene.Pair.Id, mail.Number), cancel))?.Value;
        var row = await store.Read<Session>(occasion.Partition, PairBook.SessionKey(scene.Pair.Id, mail.Number), cancel);
        var told = mail.Kind is MailKind.SessionInvitation
            || (mail.Kind is MailKind.SessionCancelled && (there is null || row is not { Value.IsOpen: true }));
        if (inCalendar && !mail.ToDelegate && told)
        {
            return Draft.Drop(DropReason.InCalendar);
        }

        if (mail.Kind is MailKind.SessionCancelled)
        {
            return Cancelled(occasion, scene, row?.Value, inCalendar);
        }

        if (scene.Pair.Status is not PairStatus.Running || row is not { Value: { HasTime: true } session })
        {
            return Draft.Drop(DropReason.SessionOver);
        }

        if (SequenceOf(mail) != session.Sequence)
        {
            return Draft.Drop(DropReason.MovedAgain);
        }

        return mail.ToDelegate ? ForDelegate(occasion, scene, session) : await ForPair(occasion, scene, session, inCalendar, there?.JoinUrl, cancel);
    }

    private async Task<Draft> ForPair(
        Occasion occasion, PairScene scene, Session session, bool inCalendar, Uri? online, CancellationToken cancel)
    {
        var (gets, brings) = await scene.Topics(store, occasion, cancel);
        var kind = occasion.Mail.Kind;
        var draft = new Draft(inCalendar && kind is MailKind.SessionMoved ? "SessionMoved.InCalendar" : $"{kind}", Values(occasion, scene, session))
        {
            Url = occasion.Links.To(FormKind.Reschedule, scene.Pair.Id, session.Number),
            Beside =
            [
                new(occasion.Voice.Say("Session.CantMakeIt"), occasion.Links.To(FormKind.Cancel, scene.Pair.Id, session.Number)),
                .. online is { } meeting ? new LetterLink[] { new(occasion.Voice.Say("Session.Join"), meeting.AbsoluteUri) } : [],
            ],
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["facts"] = [Facts(occasion, scene, session.Time, [.. gets.Concat(brings).Distinct()])],
                ["agenda"] = [new PointList(Agenda.Of(occasion.Voice, session.Number, scene.Pair.SessionsPlanned), Numbered: true)],
            },
        };
        return kind is MailKind.SessionReminder || inCalendar
            ? draft
            : draft with { Calendar = calendar.Request(occasion, Entry(occasion, scene), session) };
    }

    /// <summary>Times and names; no topics, no agenda, and a link that moves this session and nothing else.</summary>
    private static Draft ForDelegate(Occasion occasion, PairScene scene, Session session) =>
        new($"Delegate.{occasion.Mail.Kind}", Values(occasion, scene, session))
        {
            Url = occasion.Links.To(FormKind.Delegate, scene.Pair.Id, DelegateLinks.NumberOf(occasion.Participant, session.Number)),
            Slots = new Dictionary<string, IReadOnlyList<Block>> { ["facts"] = [Facts(occasion, scene, session.Time, [])] },
        };

    /// <summary>Where the pair has ended the session's own row is gone: the mail knows when it would have been.</summary>
    private Draft Cancelled(Occasion occasion, PairScene scene, Session? session, bool inCalendar)
    {
        var looksOn = session is { IsOpen: true };
        if (looksOn && SequenceOf(occasion.Mail) != session!.Sequence)
        {
            return Draft.Drop(DropReason.MovedAgain);
        }

        var start = occasion.Mail.Until ?? occasion.Mail.QueuedAt;
        var time = new Interval(start, start.AddMinutes(occasion.Cohort.Settings.Sessions.Minutes));
        var toDelegate = occasion.Mail.ToDelegate;
        var key = !looksOn ? "SessionCancelled" : inCalendar && !toDelegate ? "SessionCancelled.InCalendar" : "SessionCancelled.Looking";
        return new(toDelegate ? $"Delegate.{key}" : key, ("partner", scene.PartnerName), ("when", occasion.Voice.When(time)))
        {
            Url = toDelegate
                ? occasion.Links.To(FormKind.Delegate, "", DelegateLinks.NumberOf(occasion.Participant))
                : occasion.Links.To(FormKind.Participation),
            Calendar = toDelegate || inCalendar ? null : calendar.Cancel(occasion, Entry(occasion, scene), time, looksOn ? session!.Sequence : null),
        };
    }

    /// <summary>The name's fourth part is the sequence for which the mail was queued; one that is sent again has more parts.</summary>
    internal static int? SequenceOf(Mail mail) =>
        mail.Name.Split('.') is [_, _, _, var detail, _, ..] && int.TryParse(detail.Split('-')[0], out var number) ? number : null;

    private static CalendarEntry Entry(Occasion occasion, PairScene scene) => new(
        scene.Pair.Id, occasion.Voice.Say("Calendar.Summary", ("name", occasion.Participant.Name), ("partner", scene.PartnerName)),
        [occasion.Participant, scene.Partner]);

    private static (string, string)[] Values(Occasion occasion, PairScene scene, Session session) =>
    [
        ("partner", scene.PartnerName), ("when", occasion.Voice.When(session.Time)), ("number", $"{session.Number}"),
        ("sessions", $"{scene.Pair.SessionsPlanned}"), ("leader", occasion.Participant.Name),
    ];

    private static FactList Facts(Occasion occasion, PairScene scene, Interval time, IReadOnlyList<string> topics)
    {
        var voice = occasion.Voice;
        var there = scene.Partner.ZoneAt(time.Start);
        var facts = new List<LetterFact> { new(voice.Say("Fact.When"), voice.When(time)) };
        if (there.OffsetAt(time.Start) != voice.Zone.OffsetAt(time.Start))
        {
            facts.Add(new(voice.Say("Fact.ForPartner", ("partner", scene.PartnerName)), voice.When(time, there)));
        }

        if (topics.Count > 0)
        {
            facts.Add(new(voice.Say("Fact.Topics"), Wording.Voice.Titles(topics)));
        }

        return new(facts);
    }
}
