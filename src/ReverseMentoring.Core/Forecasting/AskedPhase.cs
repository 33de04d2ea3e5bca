using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>A phase in which all are asked, with reminders, as the cycle's own go on.</summary>
internal sealed class AskedPhase(Cohort cohort, Habits habits, Dice dice)
{
    private readonly Dictionary<DrawnPerson, DateTimeOffset> answers = [];
    private readonly Dictionary<DrawnPerson, DateTimeOffset> sent = [];

    /// <summary>When each answered who ever did, some of them behind the end.</summary>
    public IReadOnlyDictionary<DrawnPerson, DateTimeOffset> Answers => answers;

    /// <param name="people">Who are asked.</param>
    /// <param name="opens">When.</param>
    /// <param name="days">That they have.</param>
    /// <param name="isSurvey">It is a survey.</param>
    /// <returns>When the last has answered, or the last one's days are over.</returns>
    public DateTimeOffset Run(IReadOnlyList<DrawnPerson> people, DateTimeOffset opens, int days, bool isSurvey)
    {
        if (people.Count == 0)
        {
            return opens;
        }

        foreach (var person in people)
        {
            sent[person] = person.Letters.Send(opens);
            Try(person, sent[person], isSurvey);
            Remind(person, days, sent[person], isSurvey);
        }

        var (end, rule) = (EndOf(people, days), cohort.Settings.Turnout);
        if (rule.ExtendDays == 0 || people.All(person => IsIn(person, end)) || people.Count(person => IsIn(person, end)) >= rule.Minimum * people.Count)
        {
            return end;
        }

        foreach (var person in people.Where(person => !IsIn(person, end)))
        {
            Remind(person, days + rule.ExtendDays, end, isSurvey);
        }

        return EndOf(people, days + rule.ExtendDays);
    }

    /// <summary>One person who is asked something by themselves.</summary>
    /// <returns>When they answered, and when their days are over.</returns>
    public (DateTimeOffset? Answered, DateTimeOffset Ends) Ask(DrawnPerson person, DateTimeOffset at, int days)
    {
        sent[person] = person.Letters.Send(at);
        answers.Remove(person);
        Try(person, sent[person], isSurvey: false);
        Remind(person, days, sent[person], isSurvey: false);
        return (answers.TryGetValue(person, out var answered) ? answered : null, new Deadline(cohort, sent[person], days).End);
    }

    private bool IsIn(DrawnPerson person, DateTimeOffset end) => answers.TryGetValue(person, out var at) && at <= end;

    private DateTimeOffset EndOf(IReadOnlyList<DrawnPerson> people, int days) => people.Max(person =>
    {
        var deadline = new Deadline(cohort, sent[person], days).End;
        return answers.TryGetValue(person, out var at) && at < deadline ? at : deadline;
    });

    private void Remind(DrawnPerson person, int days, DateTimeOffset after, bool isSurvey)
    {
        foreach (var moment in new Deadline(cohort, sent[person], days).Reminders.Where(moment => moment > after))
        {
            if (!IsIn(person, moment) && person.Letters.Recall(moment) is { } came)
            {
                Try(person, came, isSurvey);
            }
        }
    }

    private void Try(DrawnPerson person, DateTimeOffset came, bool isSurvey)
    {
        var chance = (isSurvey ? person.Habits.Surveys : person.Habits.Answers) * habits.LeftAfter(person.Letters.Count);
        if (dice.Happens(chance) && came + dice.Wait(habits.DelayDays) is var at && !(answers.TryGetValue(person, out var earlier) && earlier < at))
        {
            answers[person] = at;
        }
    }
}
