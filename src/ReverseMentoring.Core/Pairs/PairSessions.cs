using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>A running pair: its series is planned at once, each session sees to itself, half-time is asked once.</summary>
internal static class PairSessions
{
    public static async Task Advance(PairTurn turn, SessionBooking booking, CancellationToken cancel)
    {
        if (turn.Pair.SessionsPlanned == 0)
        {
            await Begin(turn, booking, cancel);
            return;
        }

        var pulse = new SessionTurn(turn, booking);
        var sessions = new List<Session>(turn.Sessions.Count);
        foreach (var stored in turn.Sessions)
        {
            var session = await pulse.Advance(stored.Value, isNext: sessions.All(earlier => !earlier.IsOpen), cancel);
            sessions.Add(session);
            if (session != stored.Value)
            {
                turn.Write(stored.Replace(session));
            }
        }

        turn.Write(turn.Commands.Select(command => command.Delete()));
        Review(turn, sessions);
    }

    private static async Task Begin(PairTurn turn, SessionBooking booking, CancellationToken cancel)
    {
        var series = await booking.Plan(turn, cancel);
        if (series.Sessions.Count == 0)
        {
            turn.Pair = turn.Pair with { Status = PairStatus.Ended, End = PairEnd.OutOfTime, EndedAt = turn.Now, Attention = "no-common-time" };
            turn.Write(Waiting.End(PairStatus.Running, turn.Pair.Id));
            turn.TellBoth(MailKind.PairEnded);
            return;
        }

        foreach (var (time, index) in series.Sessions.Select((time, index) => (time, index)))
        {
            var session = new Session { Pair = turn.Pair.Id, Number = index + 1, Time = time, FirstTime = time };
            turn.Write(Documents.Insert(PairBook.SessionKey(turn.Pair.Id, session.Number), session));
        }

        turn.AskBoth(FormKind.Expectations, 0, MailKind.Briefing);
        turn.Pair = turn.Pair with
        {
            SessionsPlanned = series.Sessions.Count,
            Attention = series.Shortfall is null ? null : "fewer-sessions",
        };
        turn.Again = true;
    }

    private static void Review(PairTurn turn, IReadOnlyList<Session> sessions)
    {
        var closed = sessions.Count(session => !session.IsOpen);
        var missed = sessions.Where(session => !session.IsOpen).Reverse()
            .TakeWhile(session => session.Status is SessionStatus.Missed).Count()
            + (sessions.FirstOrDefault(session => session.IsOpen)?.Sequence ?? 0);
        turn.Pair = turn.Pair with
        {
            MissedInARow = missed,
            Attention = missed >= 2 ? "two-in-a-row" : turn.Pair.Attention == "two-in-a-row" ? null : turn.Pair.Attention,
        };
        if (closed == sessions.Count)
        {
            turn.Pair = turn.Pair with { Status = PairStatus.Completed, EndedAt = turn.Now };
            turn.Write(Waiting.End(PairStatus.Running, turn.Pair.Id));
            turn.Withdraw(FormKind.Expectations);
        }
        else if (!turn.Pair.HalfTimeAsked && sessions.Count > 1 && closed >= (sessions.Count + 1) / 2)
        {
            turn.AskBoth(FormKind.HalfTime, 0, MailKind.HalfTime);
            turn.Pair = turn.Pair with { HalfTimeAsked = true };
        }
    }
}
