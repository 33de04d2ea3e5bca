using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>Keeps people meeting: after falls in a row they are asked how to go on, and what they answer is done.</summary>
internal sealed class MeetingCadence(SeriesBooking booking)
{
    /// <summary>What a change of cadence writes beside the sessions: the meeting, its history, a word to all.</summary>
    private const int AroundAChange = 20;

    public static CadenceDecision Decide(MeetingContext context, IReadOnlyList<CadenceEvent> history) =>
        Cadence.Decide(history, [.. context.Meeting.People], RulesOf(context), context.Now);

    /// <summary>Whether somebody has answered that they would rather part.</summary>
    public static bool HasParted(MeetingContext context, PersonId person) =>
        context.KeptHistory is not null && ChoiceOf(context, person) is CadenceChoice.Part;

    public async Task Advance(MeetingContext context, CancellationToken cancel)
    {
        foreach (var (person, choice) in Answers(context))
        {
            if (context.History.OfType<MemberAnswered>().LastOrDefault(answer => answer.Person == person && answer.At >= AskedAt(context))?.Choice != choice)
            {
                context.Record(new MemberAnswered(context.Now, person, choice));
            }
        }

        var verdict = Decide(context, context.History);
        if (verdict.AskMembers)
        {
            context.Withdraw(FormKind.Cadence);
            context.AskAll(FormKind.Cadence, MailKind.CadenceAsked, TimesAsked(context) + 1);
            context.Record(new MembersAsked(context.Now));
            context.WakeBy(context.Now.AddDays(RulesOf(context).AnswerWithinDays));
        }
        else if (verdict.Choice is CadenceChoice.ChangeRhythm && context.Meeting.CadenceChanges < TimesAsked(context))
        {
            await MeetLessOften(context, cancel);
        }

        if (verdict.LookAgain is { } again)
        {
            context.WakeBy(again);
        }

        context.Meeting = context.Meeting with { FallsInARow = FallsInARow(context), Attention = AttentionOf(context, verdict) };
    }

    /// <summary>All that is to come is planned anew, as far apart as the cohort allows.</summary>
    private async Task MeetLessOften(MeetingContext context, CancellationToken cancel)
    {
        Session[] open = [.. context.Series.Where(session => session.IsOpen && (session.UnscheduledAt is not null || session.Time.Start > context.Now))];
        if (!context.HasRoomFor(open.Length + AroundAChange))
        {
            context.Again = true;
            return;
        }

        var days = context.Cohort.Settings.Sessions.MaximumDays;
        context.Meeting = context.Meeting with { CadenceChanges = TimesAsked(context) };
        if (open.Length == 0 || await booking.Replan(context, open, days, cancel) is not { } planned)
        {
            context.TellAll(MailKind.CadenceKept, $"{TimesAsked(context)}");
            return;
        }

        context.Meeting = context.Meeting with { IdealDays = days };
        foreach (var session in planned)
        {
            context.Replan(session);
        }

        context.Policy.SessionsTimed(context, context.Series);
        context.Again = true;
    }

    private static CadenceRules RulesOf(MeetingContext context) => new()
    {
        RebookWithinDays = context.Cohort.Settings.RebookingDays,
        AnswersNeeded = context.Policy.AnswersNeeded(context.Meeting),
    };

    private static int TimesAsked(MeetingContext context) => context.History.OfType<MembersAsked>().Count();

    private static DateTimeOffset AskedAt(MeetingContext context) => context.History.OfType<MembersAsked>().LastOrDefault()?.At ?? DateTimeOffset.MaxValue;

    /// <summary>To the last question.</summary>
    private static IEnumerable<(PersonId Person, CadenceChoice Choice)> Answers(MeetingContext context) => context.People
        .Select(person => (person.Id, Choice: ChoiceOf(context, person.Id)))
        .Where(said => said.Choice is not null).Select(said => (said.Id, said.Choice!.Value));

    private static CadenceChoice? ChoiceOf(MeetingContext context, PersonId person) => TimesAsked(context) is > 0 and var number
        ? context.AnswerOf<CadenceAnswer>(context.Ask(FormKind.Cadence, person, number))?.Choice
        : null;

    /// <summary>By the clock, since managers see it: not by who said that they met.</summary>
    private static int FallsInARow(MeetingContext context)
    {
        var over = context.Series.Where(session => session is { Status: not SessionStatus.Missed, UnscheduledAt: null } && session.Time.End <= context.Now)
            .Max(session => (DateTimeOffset?)session.Time.End);
        return context.History.OfType<SessionUnscheduled>().Count(fell => fell.Reason is not UnscheduledReason.Overlapped && (over is null || fell.At > over));
    }

    private static string? AttentionOf(MeetingContext context, CadenceDecision verdict)
    {
        // A session that was given up has no new time either, and nobody can do anything about it any more.
        var waits = context.Series.Any(session => session is { IsOpen: true, UnscheduledAt: not null });
        var reasons = verdict.Attention.Where(reason => waits || reason is not AttentionReason.NotRebooked).Order().Select(Attention.CodeOf);
        return reasons.LastOrDefault()
            ?? (context.Events.Any(row => row.Value.Problem is not null) ? Attention.Calendar : null)
            ?? (context.Meeting.SessionsPlanned < context.Cohort.Settings.Sessions.Sessions ? Attention.FewerSessions : null);
    }
}
