using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Scheduling.Cadences;

/// <summary>Keeps a pair or circle meeting: what to do after what has happened.</summary>
public static class Cadence
{
    /// <param name="history">In the order in which it became known.</param>
    /// <param name="people">Ids of those who are asked and whose answers count.</param>
    public static CadenceDecision Decide(
        IReadOnlyList<CadenceEvent> history, IReadOnlyCollection<PersonId> people, CadenceRules rules, DateTimeOffset now)
    {
        var fallen = Fallen(history).ToList();
        var noTimeFrom = fallen.Select(fell => (DateTimeOffset?)fell.At.AddDays(rules.LeastDaysToRebook)).ToList();
        var (falls, inRow) = (FallsSinceHeld(history), FallsSinceSettled(history, people, rules));
        var asked = history.OfType<MembersAsked>().LastOrDefault();
        var choice = asked is null ? null : Choice(history, asked, people, rules);
        var unanswered = asked is not null && choice is null && history.OfType<SessionHeld>().All(held => held.At < asked.At);
        var answerBy = asked?.At.AddDays(rules.AnswerWithinDays);
        var attention = new List<AttentionReason>();
        Add(AttentionReason.NotRebooked, noTimeFrom.Any(moment => now >= moment));
        Add(AttentionReason.NoAnswer, unanswered && now >= answerBy);
        Add(AttentionReason.Stuck, falls >= rules.StuckAfterFalls);
        return new(
            [.. fallen.Select(fell => Deadline(history, fell, rules, now))],
            AskMembers: choice != CadenceChoice.Part && inRow >= rules.AskAfterFalls && !unanswered,
            choice,
            attention,
            LookAgain: noTimeFrom.Append(unanswered ? answerBy : null).Where(moment => moment > now).Min());

        void Add(AttentionReason reason, bool holds)
        {
            if (holds)
            {
                attention.Add(reason);
            }
        }
    }

    /// <summary>The last fall of each session that has been neither booked again nor held since.</summary>
    private static IEnumerable<SessionUnscheduled> Fallen(IReadOnlyList<CadenceEvent> history) => history
        .Select(happened => (Session: happened switch
        {
            SessionBooked booked => booked.Session,
            SessionHeld held => held.Session,
            SessionUnscheduled fell => fell.Session,
            _ => 0,
        }, Happened: happened))
        .Where(entry => entry.Session > 0)
        .GroupBy(entry => entry.Session)
        .OrderBy(session => session.Key)
        .Select(session => session.Last().Happened)
        .OfType<SessionUnscheduled>();

    private static Rebooking Deadline(
        IReadOnlyList<CadenceEvent> history, SessionUnscheduled fell, CadenceRules rules, DateTimeOffset now)
    {
        var bookings = history.OfType<SessionBooked>().Where(booked => booked.Session == fell.Session).ToList();
        var fallen = bookings.LastOrDefault()?.Start ?? fell.At;
        var by = (bookings.FirstOrDefault()?.Start ?? fell.At).AddDays(rules.RebookWithinDays);
        var atLeast = now.AddDays(rules.LeastDaysToRebook);
        return new(fell.Session, fallen, by < atLeast ? atLeast : by, Late: by < atLeast);
    }

    private static int FallsSinceHeld(IEnumerable<CadenceEvent> history) =>
        history.Reverse().TakeWhile(happened => happened is not SessionHeld).Count(IsCounted);

    /// <summary>Falls since a session was held or enough of them said what they want.</summary>
    private static int FallsSinceSettled(IReadOnlyList<CadenceEvent> history, IReadOnlyCollection<PersonId> people, CadenceRules rules)
    {
        var asked = history.OfType<MembersAsked>().LastOrDefault();
        var settled = asked is not null && Choice(history, asked, people, rules) is not null
            ? history.OfType<MemberAnswered>().Last()
            : null;
        return history.Reverse().TakeWhile(happened => happened is not SessionHeld && !ReferenceEquals(happened, settled)).Count(IsCounted);
    }

    private static bool IsCounted(CadenceEvent happened) => happened is SessionUnscheduled { Reason: not UnscheduledReason.Overlapped };

    private static CadenceChoice? Choice(IReadOnlyList<CadenceEvent> history, MembersAsked asked, IReadOnlyCollection<PersonId> people, CadenceRules rules)
    {
        var last = history.OfType<MemberAnswered>().Where(answer => answer.At >= asked.At && people.Contains(answer.Person))
            .GroupBy(answer => answer.Person, (_, answers) => answers.Last().Choice).ToList();
        return last.Contains(CadenceChoice.Part) ? CadenceChoice.Part
            : last.Count < (rules.AnswersNeeded ?? people.Count) ? null
            : last.Count(choice => choice is CadenceChoice.ChangeRhythm) * 2 >= last.Count ? CadenceChoice.ChangeRhythm
            : CadenceChoice.GoOn;
    }
}
