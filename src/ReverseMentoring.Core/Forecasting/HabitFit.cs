using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
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

    /// <summary>Those that tell anything that a forecast is fitted to: of the others it can't be said that it has learnt from them.</summary>
    public static IReadOnlyList<Report> Telling(IEnumerable<Report> earlier) => [.. earlier.Where(report => report.Wave(WaveNames.End) is not null && (Answered(report).Any() || Tells(report.Sessions)))];

    public static Habits Fit(Habits usual, IReadOnlyCollection<Report> earlier, int reminders)
    {
        var closed = Telling(earlier);
        if (closed.Count == 0)
        {
            return usual;
        }

        var answered = closed.SelectMany(Answered).ToArray();
        var sessions = closed.Select(report => report.Sessions).Where(Tells).ToArray();
        var (planned, missed, moved) = (sessions.Sum(one => one.Planned), sessions.Sum(one => one.Missed!.Value), sessions.Sum(one => one.Moved!.Value));

        // A new time may be anybody's wish, or follow from a session that fell: of all of them the shares stay as usual.
        var ofUsual = usual.Moves + usual.Cancels + usual.Misses;
        var fell = Share(usual, ofUsual, moved + missed, planned) / ofUsual;
        return usual with
        {
            Surveys = PerMail(Share(usual, Whole(usual.Surveys, reminders), answered.Sum(side => side.Count), answered.Sum(side => side.Of)), reminders),
            Moves = usual.Moves * fell,
            Cancels = usual.Cancels * fell,
            Misses = usual.Misses * fell,
            CohortsDiffer = usual.CohortsDiffer * Math.Max(LeastUnsure, 1 / Math.Sqrt(OnceTold + closed.Count)),
        };
    }

    private static bool Tells(SessionFigures sessions) => sessions is { Missed: not null, Moved: not null };

    /// <summary>
    /// Each side's own, of those who were asked: there is none of both together. Where all but a few answered, or only a few, how many is not published: left out,
    /// the fit would see the middling cohorts alone, and so the middle of what it may be counts.
    /// </summary>
    private static IEnumerable<(double Count, double Of)> Answered(Report report)
    {
        var end = report.Wave(WaveNames.End);
        foreach (var figure in end?.Tables.FirstOrDefault(table => table.Name == WaveCatalogue.Answered)?.Figures ?? [])
        {
            if (figure is { Value: { } count, Of: { } of })
            {
                yield return (count, of);
            }
            else if (figure.State is FigureState.NearlyAll or FigureState.Few && Asked(report, end!, figure.Cell) is { } asked)
            {
                var few = Math.Min(asked, (figure.Least - 1) / 2.0);
                yield return (figure.State is FigureState.Few ? few : asked - few, asked);
            }
        }
    }

    /// <summary>Of a side, all on the list but those who never had a partner; null: how many they are is not told.</summary>
    private static double? Asked(Report report, PublishedWave end, string cell)
    {
        var listed = cell == Cells.Mentors ? report.Mentors : report.Mentees;
        double asked = end.Find(WaveCatalogue.Without, cell) switch
        {
            { Value: { } without } => listed - without,
            { State: FigureState.Few } few => listed - ((few.Least - 1) / 2.0),
            _ => 0,
        };
        return asked > 0 ? asked : null;
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
