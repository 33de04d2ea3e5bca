using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Sessions;

namespace ReverseMentoring.Core.Pairs;

/// <summary>Keeps a pair meeting: after falls in a row both are asked how to go on, and what they answer is done.</summary>
internal static class PairRhythm
{
    /// <summary>What a change of rhythm writes beside the sessions: the pair, its history, a mail to both.</summary>
    private const int AroundAChange = 20;

    public static RhythmRules RulesOf(Cohort cohort) => new() { RebookWithinDays = cohort.Settings.RebookingDays };

    /// <summary>One who parts decides.</summary>
    public static bool IsParted(PairTurn turn) =>
        turn.Pair.Status is PairStatus.Running && turn.KeptHistory is not null && Answers(turn).Any(answer => answer.Choice is RhythmChoice.Part);

    public static async Task Advance(PairTurn turn, SessionBooking booking, CancellationToken cancel)
    {
        foreach (var (person, choice) in Answers(turn))
        {
            if (turn.History.OfType<PairAnswered>().LastOrDefault(answer => answer.Person == person && answer.At >= AskedAt(turn))?.Choice != choice)
            {
                turn.Record(new PairAnswered(turn.Now, person, choice));
            }
        }

        var verdict = Rhythm.Decide(turn.History, [turn.Pair.Mentor, turn.Pair.Mentee], RulesOf(turn.Cohort), turn.Now);
        if (verdict.AskBoth)
        {
            turn.Withdraw(FormKind.Rhythm);
            turn.AskAll(FormKind.Rhythm, TimesAsked(turn) + 1, MailKind.RhythmAsked);
            turn.Record(new PairAsked(turn.Now));
            turn.WakeBy(turn.Now.AddDays(RulesOf(turn.Cohort).AnswerWithinDays));
        }
        else if (verdict.Choice is RhythmChoice.ChangeRhythm && turn.Pair.RhythmsChanged < TimesAsked(turn))
        {
            await Change(turn, booking, Open(turn), cancel);
        }

        if (verdict.LookAgain is { } again)
        {
            turn.WakeBy(again);
        }

        turn.Pair = turn.Pair with { MissedInARow = FallsInARow(turn), Attention = AttentionOf(turn, verdict) };
    }

    /// <summary>Another rhythm: all that is to come is planned anew, as far apart as the cohort allows.</summary>
    private static async Task Change(PairTurn turn, SessionBooking booking, Session[] open, CancellationToken cancel)
    {
        if (!turn.HasRoomFor(open.Length + AroundAChange))
        {
            turn.Again = true;
            return;
        }

        var days = turn.Cohort.Settings.Sessions.MaximumDays;
        turn.Pair = turn.Pair with { RhythmsChanged = TimesAsked(turn) };
        if (open.Length == 0 || await booking.Replan(turn, open, days, cancel) is not { } times)
        {
            turn.TellAll(MailKind.RhythmKept, detail: $"{TimesAsked(turn)}");
            return;
        }

        turn.Pair = turn.Pair with { IdealDays = days };
        foreach (var (session, time) in open.Zip(times))
        {
            turn.Replan(session with
            {
                Time = time, FirstTime = time, Sequence = session.Sequence + 1, FellAt = null, Looks = 0, Reminded = false,
            });
        }

        turn.Again = true;
    }

    private static Session[] Open(PairTurn turn) =>
        [.. turn.Series.Where(session => session.IsOpen && (session.FellAt is not null || session.Time.Start > turn.Now))];

    private static int TimesAsked(PairTurn turn) => turn.History.OfType<PairAsked>().Count();

    private static DateTimeOffset AskedAt(PairTurn turn) => turn.History.OfType<PairAsked>().LastOrDefault()?.At ?? DateTimeOffset.MaxValue;

    /// <summary>To the last question.</summary>
    private static IEnumerable<(string Person, RhythmChoice Choice)> Answers(PairTurn turn)
    {
        var number = TimesAsked(turn);
        return number == 0 ? [] : turn.Both
            .Select(person => (person.Id, Answer: turn.AnswerOf<RhythmAnswer>(FormKind.Rhythm, number, person.Id)))
            .Where(said => said.Answer is not null).Select(said => (said.Id, said.Answer!.Choice));
    }

    private static int FallsInARow(PairTurn turn) => turn.History.Reverse().TakeWhile(happened => happened is not SessionHeld)
        .Count(happened => happened is SessionFell { Reason: not FallReason.Overlapped });

    private static string? AttentionOf(PairTurn turn, RhythmVerdict verdict)
    {
        // A session that was given up has no new time either, and nobody can do anything about it any more.
        var waits = turn.Series.Any(session => session is { IsOpen: true, FellAt: not null });
        var reasons = verdict.Attention.Where(reason => waits || reason is not AttentionReason.NotRebooked).Order().Select(Attention.Of);
        return reasons.LastOrDefault()
            ?? (turn.Events.Any(row => row.Value.Problem is not null) ? Attention.Calendar : null)
            ?? (turn.Pair.SessionsPlanned < turn.Cohort.Settings.Sessions.Sessions ? Attention.FewerSessions : null);
    }
}
