using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Reports;

/// <summary>How many have answered, as closely as anybody is told while they can still answer.</summary>
public enum Turnout
{
    /// <summary>Too few were asked to say even that.</summary>
    NotTold,
    UnderHalf,
    OverHalf,
    NearlyAll,
}

/// <summary>Tells turnout once a day: of what had come in when the day began.</summary>
public static class Turnouts
{
    /// <summary>Of fewer, one who answers on a quiet day would be seen.</summary>
    public const int Fewest = 10;

    private const double Nearly = 0.9;

    /// <param name="asked">People who were asked.</param>
    /// <param name="answered">Of these, who had answered when the day began.</param>
    public static Turnout Of(int asked, int answered) => asked < Fewest ? Turnout.NotTold
        : answered >= Nearly * asked ? Turnout.NearlyAll
        : 2 * answered > asked ? Turnout.OverHalf
        : Turnout.UnderHalf;

    /// <summary>Of all who were asked in the phase, those too who have left or were erased: else it would tell which of both, and whether they had answered.</summary>
    /// <param name="cohort">Whose day it is.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="answers">When those answered who have, as far as their answers are kept.</param>
    /// <param name="now">A moment of the day.</param>
    public static Turnout Today(Cohort cohort, CycleState state, IEnumerable<DateTimeOffset> answers, DateTimeOffset now) => Of(state.Invited, AnsweredBefore(cohort, state, answers, now));

    /// <summary>How many had answered when the day began, and no fewer than on a day before.</summary>
    public static int AnsweredBefore(Cohort cohort, CycleState state, IEnumerable<DateTimeOffset> answers, DateTimeOffset now)
    {
        var (today, begins) = (cohort.Zone.DateAt(now), cohort.Zone.EndOf(cohort.Zone.DateAt(now).AddDays(-1)));
        return Math.Max(state.Answered, answers.Count(at => at < begins) + state.ErasedAnswers.Count(day => day < today));
    }
}
