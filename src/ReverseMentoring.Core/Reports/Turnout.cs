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

    /// <param name="cohort">Whose day it is.</param>
    /// <param name="asked">People who were asked.</param>
    /// <param name="answers">When those answered who have.</param>
    /// <param name="now">A moment of the day.</param>
    public static Turnout Today(Programme.Cohort cohort, int asked, IEnumerable<DateTimeOffset> answers, DateTimeOffset now)
    {
        var begins = cohort.Zone.EndOf(cohort.Zone.DateAt(now).AddDays(-1));
        return Of(asked, answers.Count(at => at < begins));
    }
}
