using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Circles;

/// <summary>A running circle: its members hear of each other, its series is planned at once, each session sees to itself, half-time is asked once.</summary>
internal static class CircleSessions
{
    /// <summary>So many sessions without a time, or missed: somebody should look.</summary>
    private const int StuckAfter = 2;

    public static async Task Advance(CircleTurn turn, CircleBooking booking, CancellationToken cancel)
    {
        if (turn.Circle.SessionsPlanned == 0)
        {
            await Begin(turn, booking, cancel);
            return;
        }

        var meeting = new CircleMeeting(turn, booking);
        foreach (var session in turn.Series.ToArray())
        {
            await meeting.Advance(session, turn.Series.TakeWhile(earlier => earlier.Number != session.Number).All(earlier => !earlier.IsOpen), cancel);
        }

        Review(turn);
    }

    private static async Task Begin(CircleTurn turn, CircleBooking booking, CancellationToken cancel)
    {
        var plan = turn.Cohort.Settings.Sessions;
        turn.Circle = turn.Circle with { Rota = Rota.Of(turn.Circle.Members, plan.Sessions) };
        var found = await booking.Plan(turn, cancel);
        if (found.Count == 0)
        {
            turn.Circle = turn.Circle with { Attention = Attention.NoCommonTime };
            await CircleEnding.End(turn, CircleEnd.NoCommonTime, booking, cancel);
            return;
        }

        Session[] series =
        [
            .. found.Select((time, index) => new Session
            {
                Pair = turn.Id,
                Number = index + 1,
                Time = time.Time,
                FirstTime = time.Time,
                Without = time.Without.Count > 0 ? time.Without : null,
            }),
        ];
        await booking.Hold(turn, series, cancel);
        turn.Write(series.Select(session => Documents.Insert(PairBook.SessionKey(turn.Id, session.Number), session)));
        turn.TellAll(MailKind.CircleIntroduction);
        turn.Circle = turn.Circle with { SessionsPlanned = series.Length };
        turn.Circle = turn.Circle with { Rota = CircleRota.Fit(turn.Circle, series), Attention = AttentionOf(turn) };
        turn.Again = true;
    }

    private static void Review(CircleTurn turn)
    {
        var closed = turn.Series.Count(session => !session.IsOpen);
        if (closed == turn.Series.Count)
        {
            turn.Circle = turn.Circle with { Status = CircleStatus.Completed, EndedAt = turn.Now };
            turn.Write(Waiting.End(PairStatus.Running, turn.Id));
        }
        else if (!turn.Circle.HalfTimeAsked && turn.Series.Count > 1 && closed >= (turn.Series.Count + 1) / 2)
        {
            turn.AskAll(FormKind.HalfTime, 0, MailKind.HalfTime);
            turn.Circle = turn.Circle with { HalfTimeAsked = true };
        }

        turn.Circle = turn.Circle with { Attention = AttentionOf(turn) };
    }

    private static string? AttentionOf(CircleTurn turn)
    {
        var fallen = turn.Series.Where(session => session is { IsOpen: true, FellAt: not null }).ToArray();
        return fallen.Length + turn.Series.Count(session => session.Status is SessionStatus.Missed) >= StuckAfter ? Attention.Stuck
            : fallen.Any(session => session.FellAt!.Value.AddDays(turn.Cohort.Settings.RebookingDays / 2.0) < turn.Now) ? Attention.NotRebooked
            : turn.Circle.SessionsPlanned < turn.Cohort.Settings.Sessions.Sessions ? Attention.FewerSessions
            : null;
    }
}
