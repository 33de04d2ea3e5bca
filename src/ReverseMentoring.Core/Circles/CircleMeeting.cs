using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;

namespace ReverseMentoring.Core.Circles;

/// <summary>
/// One session of a circle as time goes by. Who can't come says so and is missed; the session stands as long as enough of
/// them come, somebody presents, and both sides are there. Else it is found another time.
/// </summary>
internal sealed class CircleMeeting(CircleTurn turn, CircleBooking booking)
{
    /// <summary>A session is looked at again so long before: a week ahead there are times to choose from, then before the reminder.</summary>
    private static readonly TimeSpan[] LooksAhead = [TimeSpan.FromDays(7), SessionMails.RemindAhead];

    private static readonly TimeSpan NextTry = TimeSpan.FromDays(1);

    /// <summary>After so many times the rebooking days it is given up: the next sessions count more.</summary>
    private const int GivesUpAfter = 2;

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

        var said = turn.Commands.Select(command => command.Value)
            .Where(command => command.Kind is PairCommandKind.Cancel && command.Session == session.Number && command.Sequence == session.Sequence)
            .Select(command => command.Person).Where(turn.Circle.Has).ToArray();
        var missing = await Looked(session, cancel);
        var looks = missing is null ? session.Looks : LooksDue(session);
        string[] without = [.. (session.Without ?? []).Union(said).Union(missing ?? [])];
        if (without.Length == (session.Without?.Count ?? 0))
        {
            return looks == session.Looks ? session : turn.Set(session with { Looks = looks });
        }

        session = turn.Set(session with { Without = without, Looks = looks });
        if (!CircleRule.Suffices(turn.Circle, [.. turn.Expected(session).Select(person => person.Id)]))
        {
            return await Fall(session, cancel);
        }

        await booking.Hold(turn, turn.Series, cancel);
        GiveTurnAway(session);
        return session;
    }

    /// <returns>Who can't come any more; null: it was not looked.</returns>
    private async Task<IReadOnlyList<string>?> Looked(Session session, CancellationToken cancel)
    {
        var due = LooksDue(session);
        if (due < LooksAhead.Length)
        {
            turn.WakeBy(session.Time.Start - LooksAhead[due]);
        }

        if (due <= session.Looks && !turn.Commands.Any(command => command.Value.Kind is PairCommandKind.LookAgain))
        {
            return null;
        }

        try
        {
            return await booking.Missing(turn, session, cancel);
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            // A look is no reason to hold up invitations and reminders.
            turn.WakeBy(turn.Now + CalendarFailure.TryAgainAfter);
            return null;
        }
    }

    private int LooksDue(Session session) => LooksAhead.Count(ahead => session.Time.Start - ahead <= turn.Now);

    /// <summary>Whoever presents instead hears of it; the others do when they are reminded.</summary>
    private void GiveTurnAway(Session session)
    {
        var before = turn.Circle.TurnOf(session.Number)?.Presenter;
        turn.Circle = turn.Circle with { Rota = CircleRota.Fit(turn.Circle, turn.Series) };
        if (turn.Circle.TurnOf(session.Number) is { } now && now.Presenter != before && turn.Find(now.Presenter) is { } presenter)
        {
            turn.Tell(presenter, MailKind.PresenterChanged, session.Number, session.Time.Start, $"{session.Sequence}-{session.Without?.Count}");
        }
    }

    private async Task<Session> Fall(Session session, CancellationToken cancel)
    {
        if (await Moved(session, cancel) is { } moved)
        {
            return moved;
        }

        var fallen = turn.Set(session with { Sequence = session.Sequence + 1, FellAt = turn.Now, Reminded = false, Looks = 0, Without = null });
        await booking.Hold(turn, turn.Series, cancel);
        if (session.InvitedSequence is not null && session.Time.Start > turn.Now)
        {
            turn.TellAll(MailKind.SessionCancelled, session.Number, session.Time.Start, $"{fallen.Sequence}");
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
