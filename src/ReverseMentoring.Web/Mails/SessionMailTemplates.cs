using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>A session's place in the calendar: invitation, another time, not at all; and a reminder with something to talk about.</summary>
internal sealed class SessionMailTemplates(IStore store, SessionCalendar calendar, CohortCalendars calendars) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } =
        [MailKind.SessionInvitation, MailKind.SessionMoved, MailKind.SessionReminder, MailKind.SessionCancelled];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var (mail, meetings) = (context.Mail, new MeetingRepository(store, context.Cohort.Id));
        if (await MeetingMailModel.Load(store, context, cancel) is not { } model || mail.Session is not { } number)
        {
            return MailContent.Drop(DropReason.MeetingOver);
        }

        var session = await meetings.FindSession(model.Id, number, cancel);
        var there = calendars.CalendarOf(context.Cohort) is null ? null : new InCalendar(await meetings.FindEvent(model.Id, number, cancel));
        if (there is not null && !mail.ToDelegate && there.Tells(mail, session, model))
        {
            return MailContent.Drop(DropReason.InCalendar);
        }

        if (mail.Kind is MailKind.SessionCancelled)
        {
            return await Cancelled(context, model, session, there is not null, cancel);
        }

        if (model.Meeting.Status is not MeetingStatus.Running || !model.IsReaderIn || session is not { HasTime: true })
        {
            return MailContent.Drop(DropReason.SessionOver);
        }

        if (mail.Sequence != session.Sequence)
        {
            return MailContent.Drop(DropReason.MovedAgain);
        }

        var tries = mail is { Kind: MailKind.SessionReminder, ToDelegate: false } ? await Tries(model, cancel) : null;
        // A calendar reminds by itself; who presents is told once more, and who wants to be reminded of what they meant to try.
        if (mail is { Kind: MailKind.SessionReminder, ToDelegate: false } && context.Participant.Mails < MailLevel.Reminding && tries is not { Remind: true }
            && model.Meeting.TurnOf(session.Number)?.Presenter != context.Participant.Id
            && (there is null ? session.HasInvited(context.Participant.Id) : there.Event is { Id: not null }))
        {
            return MailContent.Drop(DropReason.InCalendar);
        }

        // Who can't come needs no reminder; the reason is one that others have too, so that it tells nobody who has said so.
        return mail.Kind is MailKind.SessionReminder && session.Misses(context.Participant.Id) ? MailContent.Drop(DropReason.SessionOver)
            : mail.ToDelegate ? ForDelegate(new(model, session))
            : ForMember(new(model, session) { Tries = tries?.Text }, there, await MeetingPlace.Of(store, model, cancel));
    }

    /// <summary>What the reader, a leader, meant to try and nobody has seen yet, the latest.</summary>
    private async Task<Commitment?> Tries(MeetingMailModel model, CancellationToken cancel) =>
        model.IsPair && model.Meeting.Mentee == model.MailContext.Participant.Id
            ? (await PairBook.Read(store, model.MailContext.Cohort.Id, model.Meeting, cancel)).Unseen.LastOrDefault()
            : null;

    private MailContent ForMember(SessionMailModel model, InCalendar? there, MeetingPlace place)
    {
        var (context, meeting, kind) = (model.MailContext, model.Meeting, model.MailContext.Mail.Kind);
        var toCancel = context.Links.To(FormKind.Cancel, meeting.Id, model.Session.Number);
        var content = new MailContent(model.KeyFor(there is not null), [.. model.Values, ("answers", calendar.Answers(context.Localizer))])
        {
            // Two look for another time together; of a group one rather says that they can't come.
            Url = meeting.IsPair ? context.Links.To(FormKind.Reschedule, meeting.Id, model.Session.Number) : toCancel,
            Beside =
            [
                .. meeting.IsPair ? [new MailLink(context.Localizer.Say("Session.CantMakeIt"), toCancel)] : Array.Empty<MailLink>(),
                .. (there is null ? place.Online : there.Event?.JoinUrl) is { } online ? [new(context.Localizer.Say("Session.Join"), online.AbsoluteUri)] : Array.Empty<MailLink>(),
            ],
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["facts"] = [model.Facts(there is null && place.Online is null ? place : null)],
                ["agenda"] = [new PointList(Agenda.PointsFor(context.Localizer, model.Session.Number, meeting.Meeting.SessionsPlanned), Numbered: true)],
            },
        };
        return kind is MailKind.SessionReminder || there is not null
            ? content
            : content with { Calendar = calendar.Request(context, CalendarEntry.From(meeting), model.Session, place, toCancel) };
    }

    /// <summary>Times and names; no topics, no agenda, and a link that moves this session and nothing else.</summary>
    private static MailContent ForDelegate(SessionMailModel model) =>
        new($"Delegate.{model.MailContext.Mail.Kind}", model.Values)
        {
            Url = model.MailContext.Links.ToDelegate(model.MailContext.Participant, model.Meeting.Id, model.Session.Number),
            Slots = new Dictionary<string, IReadOnlyList<Block>> { ["facts"] = [model.TimeOnly()] },
        };

    /// <summary>
    /// To all, where the session falls; to one, where they have left a circle and the others still meet. Where all has ended the
    /// session's own row is gone: the mail knows when it would have been.
    /// </summary>
    private async Task<MailContent> Cancelled(MailContext context, MeetingMailModel model, Session? session, bool inCalendar, CancellationToken cancel)
    {
        var looksOn = model.IsReaderIn && !model.Meeting.IsOver && session is { IsOpen: true };
        if (looksOn && (session!.HasTime || context.Mail.Sequence != session.Sequence))
        {
            return MailContent.Drop(DropReason.MovedAgain);
        }

        var start = context.Mail.Until ?? context.Mail.QueuedAt;
        var time = new Interval(start, start.AddMinutes(context.Cohort.Settings.Sessions.Minutes));
        var toDelegate = context.Mail.ToDelegate;
        var key = !looksOn ? toDelegate ? "SessionCancelled" : await WhyNot(model, session, cancel) : inCalendar && !toDelegate ? "SessionCancelled.InCalendar" : "SessionCancelled.Looking";
        var content = new MailContent(toDelegate ? $"Delegate.{key}" : key, ("partner", model.With), ("when", context.Localizer.When(time)))
        {
            Url = toDelegate ? context.Links.ToDelegate(context.Participant) : context.Links.To(FormKind.Participation),
            Calendar = toDelegate || inCalendar ? null : calendar.Cancel(context, CalendarEntry.From(model), time, looksOn ? session!.Sequence : null),
        };
        return looksOn ? content : content with { AsOneMore = new("SessionCancelled.OneMore", content.Values) { Calendar = content.Calendar } };
    }

    /// <summary>
    /// Why a session is not to be. The two may be a pair still: they have met for it before its time, or it is the programme that has ended; and where somebody may have
    /// died no reason is given. Of a circle it is said that it has ended, or that its reader has left it.
    /// </summary>
    private async Task<string> WhyNot(MeetingMailModel model, Session? session, CancellationToken cancel) =>
        model is { IsReaderIn: true, Meeting.IsOver: false } && session is { Status: SessionStatus.Held } ? "SessionCancelled.Held"
        : model.Meeting.End is MeetingEnd.OutOfTime or MeetingEnd.CycleCancelled ? "SessionCancelled.Closed"
        : !model.IsPair ? model is { IsReaderIn: true, Meeting.IsOver: true } ? "SessionCancelled.Over" : "SessionCancelled"
        : await model.HasQuietLeaver(store, cancel) ? "SessionCancelled.Quiet"
        : "SessionCancelled";

    /// <summary>Where the product books events itself, the calendar invites and takes back.</summary>
    private sealed record InCalendar(SessionEventRow? Event)
    {
        /// <summary>Whether the calendar says already what a mail would.</summary>
        public bool Tells(Mail mail, Session? session, MeetingMailModel model) => mail.Kind is MailKind.SessionInvitation
            || (mail.Kind is MailKind.SessionCancelled && (Event is null || session is not { IsOpen: true } || !model.IsReaderIn));
    }
}
