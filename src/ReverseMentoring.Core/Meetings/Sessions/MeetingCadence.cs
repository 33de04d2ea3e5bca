using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Cadences;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>Keeps people meeting: after falls in a row they are asked how to go on, and what they answer is done.</summary>
internal sealed class MeetingCadence(SeriesBooking booking)
{
    /// <summary>What a change of cadence writes beside the sessions: the meeting, its history, a word to all.</summary>
    private const int AroundAChange = 20;

    public static CadenceDecision Decide(MeetingContext turn, IReadOnlyList<CadenceEvent> history) =>
        Cadence.Decide(history, [.. turn.Meeting.People], RulesOf(turn), turn.Now);

    /// <summary>Whether somebody has answered that they would rather part.</summary>
    public static bool HasParted(MeetingContext turn, string person) =>
        turn.Meeting.Status is MeetingStatus.Running && turn.KeptHistory is not null && ChoiceOf(turn, person) is CadenceChoice.Part;

    public async Task Advance(MeetingContext turn, CancellationToken cancel)
    {
        foreach (var (person, choice) in Answers(turn))
        {
            if (turn.History.OfType<MemberAnswered>().LastOrDefault(answer => answer.Person == person && answer.At >= AskedAt(turn))?.Choice != choice)
            {
                turn.Record(new MemberAnswered(turn.Now, person, choice));
            }
        }

        var verdict = Decide(turn, turn.History);
        if (verdict.AskMembers)
        {
            turn.Withdraw(FormKind.Cadence);
            turn.AskAll(FormKind.Cadence, MailKind.CadenceAsked, TimesAsked(turn) + 1);
            turn.Record(new MembersAsked(turn.Now));
            turn.WakeBy(turn.Now.AddDays(RulesOf(turn).AnswerWithinDays));
        }
        else if (verdict.Choice is CadenceChoice.ChangeRhythm && turn.Meeting.CadenceChanges < TimesAsked(turn))
        {
            await MeetLessOften(turn, cancel);
        }

        if (verdict.LookAgain is { } again)
        {
            turn.WakeBy(again);
        }

        turn.Meeting = turn.Meeting with { MissedInARow = FallsInARow(turn), Attention = AttentionOf(turn, verdict) };
    }

    /// <summary>All that is to come is planned anew, as far apart as the cohort allows.</summary>
    private async Task MeetLessOften(MeetingContext turn, CancellationToken cancel)
    {
        Session[] open = [.. turn.Series.Where(session => session.IsOpen && (session.UnscheduledAt is not null || session.Time.Start > turn.Now))];
        if (!turn.HasRoomFor(open.Length + AroundAChange))
        {
            turn.Again = true;
            return;
        }

        var days = turn.Cohort.Settings.Sessions.MaximumDays;
        turn.Meeting = turn.Meeting with { CadenceChanges = TimesAsked(turn) };
        if (open.Length == 0 || await booking.Replan(turn, open, days, cancel) is not { } planned)
        {
            turn.TellAll(MailKind.CadenceKept, $"{TimesAsked(turn)}");
            return;
        }

        turn.Meeting = turn.Meeting with { IdealDays = days };
        foreach (var session in planned)
        {
            turn.Replan(session);
        }

        turn.Policy.SessionsMoved(turn);
        turn.Again = true;
    }

    private static CadenceRules RulesOf(MeetingContext turn) => new()
    {
        RebookWithinDays = turn.Cohort.Settings.RebookingDays,
        AnswersNeeded = turn.Policy.AnswersNeeded(turn.Meeting),
    };

    private static int TimesAsked(MeetingContext turn) => turn.History.OfType<MembersAsked>().Count();

    private static DateTimeOffset AskedAt(MeetingContext turn) => turn.History.OfType<MembersAsked>().LastOrDefault()?.At ?? DateTimeOffset.MaxValue;

    /// <summary>To the last question.</summary>
    private static IEnumerable<(string Person, CadenceChoice Choice)> Answers(MeetingContext turn) => turn.People
        .Select(person => (person.Id, Choice: ChoiceOf(turn, person.Id)))
        .Where(said => said.Choice is not null).Select(said => (said.Id, said.Choice!.Value));

    private static CadenceChoice? ChoiceOf(MeetingContext turn, string person) => TimesAsked(turn) is > 0 and var number
        ? turn.AnswerOf<CadenceAnswer>(turn.Ask(FormKind.Cadence, person, number))?.Choice
        : null;

    private static int FallsInARow(MeetingContext turn) => turn.History.Reverse().TakeWhile(happened => happened is not SessionHeld)
        .Count(happened => happened is SessionUnscheduled { Reason: not UnscheduledReason.Overlapped });

    private static string? AttentionOf(MeetingContext turn, CadenceDecision verdict)
    {
        // A session that was given up has no new time either, and nobody can do anything about it any more.
        var waits = turn.Series.Any(session => session is { IsOpen: true, UnscheduledAt: not null });
        var reasons = verdict.Attention.Where(reason => waits || reason is not AttentionReason.NotRebooked).Order().Select(Attention.CodeOf);
        return reasons.LastOrDefault()
            ?? (turn.Events.Any(row => row.Value.Problem is not null) ? Attention.Calendar : null)
            ?? (turn.Meeting.SessionsPlanned < turn.Cohort.Settings.Sessions.Sessions ? Attention.FewerSessions : null);
    }
}
