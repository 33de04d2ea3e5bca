using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;

namespace ReverseMentoring.Core.Circles;

/// <summary>
/// One session of a circle as time goes by. Who can't come says so and is missed; the session stands as long as enough of
/// them come, somebody presents, and both sides are there. Else it is found another time.
/// </summary>
internal sealed class CircleMeeting(CircleTurn turn, CircleBooking booking)
{
    private static readonly TimeSpan NextTry = TimeSpan.FromDays(1);

    /// <summary>After so many times the rebooking days it is given up: the next sessions count more.</summary>
    private const int GivesUpAfter = 2;

    private readonly CircleAttendance attendance = new(turn, booking);
    private readonly SessionMails mails = new(turn);
    private readonly SessionEnd end = new(turn);

    /// <param name="session">As it was; how it is now is in the turn.</param>
    /// <param name="isNext">All before it are closed.</param>
    /// <param name="cancel">Cancels reads of the calendars.</param>
    public async Task Advance(Session session, bool isNext, CancellationToken cancel)
    {
        if (!session.IsOpen)
        {
            return;
        }

        session = session.FellAt is null ? await Keeps(session, cancel) : await TryAgain(session, cancel);
        if (!session.HasTime)
        {
            return;
        }

        session = turn.Set(mails.Reminded(mails.Invited(session, isNext)));
        if (end.Conclude(session) is { } outcome)
        {
            session = turn.Set(outcome.Session);
            if (outcome.Missed)
            {
                await Fall(session, cancel);
            }
        }
    }

    private async Task<Session> Keeps(Session session, CancellationToken cancel)
    {
        if (session.Time.Start <= turn.Now)
        {
            return session;
        }

        var before = session;
        session = await attendance.Of(session, cancel);
        if (session.AttendanceChanges == before.AttendanceChanges)
        {
            return session;
        }

        if (!CircleRule.Suffices(turn.Circle, [.. turn.Expected(session).Select(person => person.Id)]))
        {
            return await Fall(session, cancel);
        }

        await booking.Hold(turn, turn.Series, cancel);
        string[] back = [.. (before.Without ?? []).Except(session.Without ?? []).Where(turn.Circle.Has)];
        FitRota(session, back);
        return InviteAgain(session, back);
    }

    /// <summary>Who is free again is invited, as if for the first time: perhaps they never were.</summary>
    private Session InviteAgain(Session session, string[] back)
    {
        if (back.Length == 0 || session.InvitedSequence != session.Sequence)
        {
            return session;
        }

        foreach (var person in back.Select(turn.Find).OfType<Person>())
        {
            turn.Tell(person, MailKind.SessionInvitation, session.Number, session.Time.Start, $"{session.Sequence}-{session.AttendanceChanges}");
        }

        return turn.Set(session.Inviting(back));
    }

    /// <summary>Whoever presents instead hears of it; the others do when they are reminded.</summary>
    private void FitRota(Session session, string[] back)
    {
        var before = turn.Circle.TurnOf(session.Number)?.Presenter;
        turn.Circle = turn.Circle with { Rota = CircleRota.Fit(turn.Circle, turn.Series) };
        turn.Circle = turn.Circle with { Rota = CircleRota.GiveBack(turn.Circle, session, back) };
        if (turn.Circle.TurnOf(session.Number) is { } now && now.Presenter != before && turn.Find(now.Presenter) is { } presenter)
        {
            turn.Tell(presenter, MailKind.PresenterChanged, session.Number, session.Time.Start, $"{session.Sequence}-{session.AttendanceChanges}");
        }
    }

    private async Task<Session> Fall(Session session, CancellationToken cancel)
    {
        if (await Moved(session, cancel) is { } moved)
        {
            return moved;
        }

        var fallen = turn.Set(session with { Sequence = session.Sequence + 1, FellAt = turn.Now, Reminded = false, Looks = 0, Without = null, Declined = null });
        await booking.Hold(turn, turn.Series, cancel);
        if (session.InvitedSequence is not null && session.Time.Start > turn.Now)
        {
            turn.Cancel(session, $"{fallen.Sequence}");
        }

        turn.WakeBy(turn.Now + NextTry);
        return fallen;
    }

    private async Task<Session> TryAgain(Session session, CancellationToken cancel)
    {
        if (await Moved(session, cancel) is { } moved)
        {
            return moved;
        }

        if (turn.Now >= session.FirstTime.End.AddDays(GivesUpAfter * turn.Cohort.Settings.RebookingDays))
        {
            return turn.Set(session with { Status = SessionStatus.Missed });
        }

        turn.WakeBy(turn.Now + NextTry);
        return session;
    }

    /// <summary>The next step sees to its invitation, its reminder and its pulse.</summary>
    private async Task<Session?> Moved(Session session, CancellationToken cancel)
    {
        if (await booking.Another(turn, session, cancel) is not { } found)
        {
            return null;
        }

        var moved = turn.Set(session with
        {
            Time = found.Time,
            Without = found.Without.Count > 0 ? found.Without : null,
            Declined = null,
            Sequence = session.Sequence + 1,
            Reminded = false,
            FellAt = null,
            Looks = 0,
        });
        await booking.Hold(turn, turn.Series, cancel);
        turn.Circle = turn.Circle with { Rota = CircleRota.Fit(turn.Circle, turn.Series) };
        turn.Again = true;
        return moved;
    }
}
