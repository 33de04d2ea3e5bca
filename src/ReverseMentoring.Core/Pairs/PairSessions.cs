using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>A running pair: its series is planned at once, each session sees to itself, half-time is asked once.</summary>
internal static class PairSessions
{
    /// <summary>
    /// The most that one session and what follows it can write in one step: an invitation and a reminder to both and to
    /// their delegates at two rows each, its own rows, and then the questions about rhythm and half-time.
    /// </summary>
    private const int RoomForOne = 45;

    public static async Task Advance(PairTurn turn, SessionBooking booking, ICalendar? calendar, CancellationToken cancel)
    {
        if (turn.Pair.SessionsPlanned == 0)
        {
            await Begin(turn, booking, cancel);
            return;
        }

        var pulse = new SessionTurn(turn, booking, new(turn, calendar));
        foreach (var session in turn.Series.ToArray())
        {
            if (!turn.HasRoomFor(RoomForOne))
            {
                // Commands stay: those whose sessions have moved in this step are about a time that is no more.
                turn.Again = true;
                return;
            }

            await pulse.Advance(session, turn.Series.TakeWhile(earlier => earlier.Number != session.Number).All(earlier => !earlier.IsOpen), cancel);
        }

        turn.Write(turn.Commands.Select(command => command.Delete()));
        await PairRhythm.Advance(turn, booking, cancel);
        Review(turn);
    }

    private static async Task Begin(PairTurn turn, SessionBooking booking, CancellationToken cancel)
    {
        var series = await booking.Plan(turn, cancel);
        if (series.Sessions.Count == 0)
        {
            turn.Pair = turn.Pair with { Status = PairStatus.Ended, End = PairEnd.OutOfTime, EndedAt = turn.Now, Attention = Attention.NoCommonTime };
            turn.Write(Waiting.End(PairStatus.Running, turn.Pair.Id));
            turn.TellAll(MailKind.PairEnded);
            turn.SeekAnew();
            return;
        }

        foreach (var (time, index) in series.Sessions.Select((time, index) => (time, index)))
        {
            var session = new Session { Pair = turn.Pair.Id, Number = index + 1, Time = time, FirstTime = time };
            turn.Write(Documents.Insert(PairBook.SessionKey(turn.Pair.Id, session.Number), session));
            turn.Record(new SessionBooked(turn.Now, session.Number, time.Start));
        }

        turn.AskAll(FormKind.Expectations, 0, MailKind.Briefing);
        turn.Pair = turn.Pair with
        {
            SessionsPlanned = series.Sessions.Count,
            Attention = series.Shortfall is null ? null : Attention.FewerSessions,
        };
        turn.Again = true;
    }

    private static void Review(PairTurn turn)
    {
        var closed = turn.Series.Count(session => !session.IsOpen);
        if (closed == turn.Series.Count)
        {
            turn.Pair = turn.Pair with { Status = PairStatus.Completed, EndedAt = turn.Now };
            turn.Write(Waiting.End(PairStatus.Running, turn.Pair.Id));
            turn.Withdraw(FormKind.Expectations);
        }
        else if (!turn.Pair.HalfTimeAsked && turn.Series.Count > 1 && closed >= (turn.Series.Count + 1) / 2)
        {
            turn.AskAll(FormKind.HalfTime, 0, MailKind.HalfTime);
            turn.Pair = turn.Pair with { HalfTimeAsked = true };
        }
    }
}
