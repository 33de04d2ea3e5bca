using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Waves;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>
/// Habits as a company's own earlier cohorts had them. It reads what their reports published, and no answer: how many answered the closing
/// survey, how many sessions nobody came to, how many were given another time.
/// </summary>
/// <remarks>
/// What is usual counts as so many people or sessions as would make one as unsure of it as <see cref="Habits.CohortsDiffer"/> says, and the earlier
/// cohorts' own are added (the conjugate mean of a binomial share: Gelman et al., "Bayesian data analysis", 3rd edition, chapter 2). With each cohort
/// that is known the next is less of a surprise.
/// </remarks>
public static class HabitFit
{
    /// <summary>However many cohorts are known, the next differs by this share of what is usual at least.</summary>
    private const double LeastUnsure = 0.5;

    private const double OnceTold = 1;

    public static Habits Fit(Habits usual, IReadOnlyCollection<Report> earlier, int reminders)
    {
        var closed = earlier.Where(report => report.Wave(WaveNames.End) is not null).ToArray();
        if (closed.Length == 0)
        {
            return usual;
        }

        // Each side's own figure, of those who were asked: there is none of both together.
        var answered = closed.SelectMany(report => report.Wave(WaveNames.End)!.Tables.FirstOrDefault(table => table.Name == WaveCatalogue.Answered)?.Figures ?? [])
            .Where(figure => figure is { Value: not null, Of: not null }).ToArray();
        var sessions = closed.Select(report => report.Sessions).Where(sessions => sessions is { Missed: not null, Moved: not null }).ToArray();
        var (planned, missed, moved) = (sessions.Sum(one => one.Planned), sessions.Sum(one => one.Missed!.Value), sessions.Sum(one => one.Moved!.Value));

        // A new time may be anybody's wish, or follow from a session that fell: of all of them the shares stay as usual.
        var ofUsual = usual.Moves + usual.Cancels + usual.Misses;
        var fell = Share(usual, ofUsual, moved + missed, planned) / ofUsual;
        return usual with
        {
            Surveys = PerMail(Share(usual, Whole(usual.Surveys, reminders), answered.Sum(figure => figure.Value!.Value), answered.Sum(figure => figure.Of!.Value)), reminders),
            Moves = usual.Moves * fell,
            Cancels = usual.Cancels * fell,
            Misses = usual.Misses * fell,
            CohortsDiffer = usual.CohortsDiffer * Math.Max(LeastUnsure, 1 / Math.Sqrt(OnceTold + closed.Length)),
        };
    }

    private static double Share(Habits usual, double share, double count, double of)
    {
        var weight = 1 / (share * (1 - share) * usual.CohortsDiffer * usual.CohortsDiffer);
        return ((share * weight) + count) / (weight + of);
    }

    /// <summary>Who answers by a mail or one of its reminders.</summary>
    private static double Whole(double perMail, int reminders) => 1 - Math.Pow(1 - perMail, 1 + reminders);

    private static double PerMail(double whole, int reminders) => 1 - Math.Pow(1 - whole, 1.0 / (1 + reminders));
}
