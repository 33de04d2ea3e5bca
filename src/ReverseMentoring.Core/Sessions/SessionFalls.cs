using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Calendars.Planning;
using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Sessions;

/// <summary>Keeps a session at a time that is good for both: moves it where somebody wishes or can't, and finds another where it fell.</summary>
internal sealed class SessionFalls(PairTurn turn, SessionBooking booking)
{
    /// <summary>A session is looked at again so long before: a week ahead there are times to choose from, then before the reminder.</summary>
    private static readonly TimeSpan[] LooksAhead = [TimeSpan.FromDays(7), SessionMails.RemindAhead];

    private static readonly TimeSpan NextTry = TimeSpan.FromDays(1);

    /// <summary>A look that is still owed, whatever the time.</summary>
    private const int NotLookedYet = -1;

    /// <summary>After so many times the rebooking days it is given up: the next sessions count more.</summary>
    private const int GivesUpAfter = 2;

    /// <summary>What the two asked for by their links.</summary>
    public async Task<Session> Obey(Session session, CancellationToken cancel)
    {
        foreach (var command in turn.Commands.Select(command => command.Value).Where(command => command.Session == session.Number))
        {
            if (!session.HasTime || (command.Sequence is { } seen && seen != session.Sequence))
            {
                continue;
            }

            if (command is { Kind: PairCommandKind.Move, To: { } to } && to != session.Time && await booking.Move(turn, session, to, cancel))
            {
                session = Booked(session, to);
            }
            else if (command.Kind is PairCommandKind.Cancel && session.Time.Start > turn.Now)
            {
                session = await Fall(session, FallReason.Cancelled, command.Person, cancel, command.To);
            }
        }

        return session;
    }

    /// <summary>A session that fell gets another time at once where there is one, else day by day.</summary>
    /// <param name="session">As it is.</param>
    /// <param name="reason">Why it fell.</param>
    /// <param name="by">By whose doing; null: nobody's, or unknown.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    /// <param name="wish">Where it shall go, if it can.</param>
    public async Task<Session> Fall(
        Session session, FallReason reason, string? by, CancellationToken cancel, Interval? wish = null)
    {
        var fell = new SessionFell(turn.Now, session.Number, reason, by);
        var end = By(session, [.. turn.History, fell]);
        var to = await AnotherTime(session, reason, end, wish, cancel);
        if (to is null && reason is FallReason.Overlapped && SessionBooking.BackAt(turn, session.Time) is null)
        {
            // Better a time that is hard to keep than none: people can still move what is in their way.
            return session;
        }

        turn.Record(fell);
        return to is { } time ? Booked(session, time) : await WithoutTime(session, cancel);
    }

    /// <summary>Who can't come can't, whether calendars answer or not: both are told, and the time is found when they do.</summary>
    private async Task<Interval?> AnotherTime(Session session, FallReason reason, DateTimeOffset end, Interval? wish, CancellationToken cancel)
    {
        try
        {
            return wish is { } chosen && await booking.Move(turn, session, chosen, cancel)
                ? chosen
                : await booking.Rebook(turn, session, end, cancel);
        }
        catch (Exception failure) when (reason is not FallReason.Overlapped && CalendarFailure.IsPassing(failure, cancel))
        {
            turn.WakeBy(turn.Now + CalendarFailure.TryAgainAfter);
            return null;
        }
    }

    public async Task<Session> TryAgain(Session session, CancellationToken cancel)
    {
        try
        {
            if (await booking.Rebook(turn, session, By(session, turn.History), cancel) is { } time)
            {
                return Booked(session, time);
            }
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            turn.WakeBy(turn.Now + CalendarFailure.TryAgainAfter);
            return session;
        }

        var givesUp = session.FirstTime.End.AddDays(GivesUpAfter * turn.Cohort.Settings.RebookingDays);
        var backAt = SessionBooking.BackAt(turn, session.Time) ?? givesUp;
        if (turn.Now >= givesUp && turn.Now >= backAt)
        {
            return turn.Set(session with { Status = SessionStatus.Missed });
        }

        turn.WakeBy(turn.Now + NextTry);
        return session;
    }

    public async Task<Session> LookAgain(Session session, CancellationToken cancel)
    {
        if (session.Time.Start <= turn.Now)
        {
            return session;
        }

        var due = LooksAhead.Count(ahead => session.Time.Start - ahead <= turn.Now);
        if (due < LooksAhead.Length)
        {
            turn.WakeBy(session.Time.Start - LooksAhead[due]);
        }

        if (due <= session.Looks && !turn.Commands.Any(command => command.Value.Kind is PairCommandKind.LookAgain))
        {
            return session;
        }

        Constraint? why;
        try
        {
            why = await booking.WhyNot(turn, session, cancel);
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            // A look is no reason to hold up invitations and reminders.
            turn.WakeBy(turn.Now + CalendarFailure.TryAgainAfter);
            return turn.Set(session with { Looks = NotLookedYet });
        }

        session = turn.Set(session with { Looks = due });
        return why is null ? session : await Fall(session, FallReason.Overlapped, null, cancel);
    }

    /// <summary>Somebody moved it in a calendar: there it stands, and both know.</summary>
    public async Task<Session> MovedInCalendar(Session session, Interval to, Stored<SessionEventRow> row, CancellationToken cancel)
    {
        await booking.Move(turn, session, to, cancel, isThere: true);
        session = Booked(session, to);
        turn.Write(row.Replace(row.Value with { Time = to, Sequence = session.Sequence, LookedAt = turn.Now }));
        return turn.Set(session with { InvitedSequence = session.InvitedSequence is null ? null : session.Sequence });
    }

    private async Task<Session> WithoutTime(Session session, CancellationToken cancel)
    {
        await booking.Free(turn, session, cancel);
        var fallen = turn.Set(At(session, session.Time) with { FellAt = turn.Now });
        if (session.InvitedSequence is not null && session.Time.Start > turn.Now)
        {
            turn.TellAll(MailKind.SessionCancelled, session.Number, session.Time.Start, $"{fallen.Sequence}");
        }

        turn.WakeBy(turn.Now + NextTry);
        return fallen;
    }

    /// <summary>The session at another time; the next step sees to its invitation, its reminder and its pulse.</summary>
    private Session Booked(Session session, Interval time)
    {
        turn.Again = true;
        turn.Record(new SessionBooked(turn.Now, session.Number, time.Start));
        return turn.Set(At(session, time));
    }

    private static Session At(Session session, Interval time) =>
        session with { Time = time, Sequence = session.Sequence + 1, Reminded = false, FellAt = null, Looks = 0 };

    /// <summary>The cohort's rebooking days, counted from the first time; longer only where somebody is away until later.</summary>
    private DateTimeOffset By(Session session, IReadOnlyList<RhythmEvent> history)
    {
        var days = turn.Cohort.Settings.RebookingDays;
        var by = Rhythm.Decide(history, [turn.Pair.Mentor, turn.Pair.Mentee], PairRhythm.RulesOf(turn.Cohort), turn.Now)
            .Rebook.First(fallen => fallen.Session == session.Number).By;
        return SessionBooking.BackAt(turn, session.Time)?.AddDays(days) is { } back && back > by ? back : by;
    }
}
