using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A session's place in the calendar: invitation, another time, not at all; and a reminder with something to talk about.</summary>
internal sealed class SessionLetters(IStore store, SessionCalendar calendar, CohortCalendars calendars) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } =
        [MailKind.SessionInvitation, MailKind.SessionMoved, MailKind.SessionReminder, MailKind.SessionCancelled];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var (mail, meetings) = (occasion.Mail, new MeetingRepository(store, occasion.Cohort.Id));
        if (await MeetingMailModel.Read(store, occasion, cancel) is not { } model || mail.Session is not { } number)
        {
            return Draft.Drop(DropReason.MeetingOver);
        }

        var session = await meetings.FindSession(model.Id, number, cancel);
        var there = calendars.Of(occasion.Cohort) is null ? null : new InCalendar(await meetings.FindEvent(model.Id, number, cancel));
        if (there is not null && !mail.ToDelegate && there.Tells(mail, session, model))
        {
            return Draft.Drop(DropReason.InCalendar);
        }

        if (mail.Kind is MailKind.SessionCancelled)
        {
            return Cancelled(occasion, model, session, there is not null);
        }

        if (model.Meeting.Status is not MeetingStatus.Running || !model.IsReaderIn || session is not { HasTime: true })
        {
            return Draft.Drop(DropReason.SessionOver);
        }

        if (mail.Sequence != session.Sequence)
        {
            return Draft.Drop(DropReason.MovedAgain);
        }

        // Who can't come needs no reminder; the reason is one that others have too, so that it tells nobody who has said so.
        return mail.Kind is MailKind.SessionReminder && session.Misses(occasion.Participant.Id) ? Draft.Drop(DropReason.SessionOver)
            : mail.ToDelegate ? ForDelegate(new(model, session))
            : ForMember(new(model, session), there);
    }

    private Draft ForMember(SessionMailModel model, InCalendar? there)
    {
        var (occasion, meeting, kind) = (model.Occasion, model.Meeting, model.Occasion.Mail.Kind);
        var toCancel = occasion.Links.To(FormKind.Cancel, meeting.Id, model.Session.Number);
        var draft = new Draft(model.KeyFor(there is not null), model.Values)
        {
            // Two look for another time together; of a group one rather says that they can't come.
            Url = meeting.IsPair ? occasion.Links.To(FormKind.Reschedule, meeting.Id, model.Session.Number) : toCancel,
            Beside =
            [
                .. meeting.IsPair ? [new LetterLink(occasion.Voice.Say("Session.CantMakeIt"), toCancel)] : Array.Empty<LetterLink>(),
                .. there?.Event?.JoinUrl is { } online ? [new(occasion.Voice.Say("Session.Join"), online.AbsoluteUri)] : Array.Empty<LetterLink>(),
            ],
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["facts"] = [model.Facts()],
                ["agenda"] = [new PointList(Agenda.Of(occasion.Voice, model.Session.Number, meeting.Meeting.SessionsPlanned), Numbered: true)],
            },
        };
        return kind is MailKind.SessionReminder || there is not null
            ? draft
            : draft with { Calendar = calendar.Request(occasion, CalendarEntry.Of(meeting), model.Session) };
    }

    /// <summary>Times and names; no topics, no agenda, and a link that moves this session and nothing else.</summary>
    private static Draft ForDelegate(SessionMailModel model) =>
        new($"Delegate.{model.Occasion.Mail.Kind}", model.Values)
        {
            Url = model.Occasion.Links.ToDelegate(model.Occasion.Participant, model.Meeting.Id, model.Session.Number),
            Slots = new Dictionary<string, IReadOnlyList<Block>> { ["facts"] = [model.TimeOnly()] },
        };

    /// <summary>
    /// To all, where the session falls; to one, where they have left a circle and the others still meet. Where all has ended the
    /// session's own row is gone: the mail knows when it would have been.
    /// </summary>
    private Draft Cancelled(Occasion occasion, MeetingMailModel model, Session? session, bool inCalendar)
    {
        var looksOn = model.IsReaderIn && !model.Meeting.IsOver && session is { IsOpen: true };
        if (looksOn && (session!.HasTime || occasion.Mail.Sequence != session.Sequence))
        {
            return Draft.Drop(DropReason.MovedAgain);
        }

        var start = occasion.Mail.Until ?? occasion.Mail.QueuedAt;
        var time = new Interval(start, start.AddMinutes(occasion.Cohort.Settings.Sessions.Minutes));
        var toDelegate = occasion.Mail.ToDelegate;
        var key = !looksOn ? "SessionCancelled" : inCalendar && !toDelegate ? "SessionCancelled.InCalendar" : "SessionCancelled.Looking";
        return new(toDelegate ? $"Delegate.{key}" : key, ("partner", model.With), ("when", occasion.Voice.When(time)))
        {
            Url = toDelegate ? occasion.Links.ToDelegate(occasion.Participant) : occasion.Links.To(FormKind.Participation),
            Calendar = toDelegate || inCalendar ? null : calendar.Cancel(occasion, CalendarEntry.Of(model), time, looksOn ? session!.Sequence : null),
        };
    }

    /// <summary>Where the product books events itself, the calendar invites and takes back.</summary>
    private sealed record InCalendar(SessionEventRow? Event)
    {
        /// <summary>Whether the calendar says already what a mail would.</summary>
        public bool Tells(Mail mail, Session? session, MeetingMailModel model) => mail.Kind is MailKind.SessionInvitation
            || (mail.Kind is MailKind.SessionCancelled && (Event is null || session is not { IsOpen: true } || !model.IsReaderIn));
    }
}
