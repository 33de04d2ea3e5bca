using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>Draws a cohort many times. The same case and seed give the same forecast.</summary>
/// <remarks>
/// Of n draws and one that is to come, each place in their order is as likely: from the k-th lowest to the k-th highest it lies in
/// n + 1 − 2k of n + 1 cases (Wilks, "Determination of sample sizes for setting tolerance limits", Annals of Mathematical Statistics, 1941). So the
/// range holds in four of five however few the draws are; more make it steadier.
/// </remarks>
public static class Forecaster
{
    /// <summary>One in so many lies below a range, and one above.</summary>
    private const int OneInTail = 10;

    /// <summary>Draws for so many people at most; more people, fewer draws, so that nobody waits for long.</summary>
    private static readonly (int People, int Draws)[] Sizes = [(100, 99), (250, 29)];

    private const int Fewest = 19;

    /// <summary>Beyond, a few draws alone take longer than anybody waits for a page.</summary>
    public const int MostPeople = 500;

    /// <returns>Null where there are more people than <see cref="MostPeople"/>.</returns>
    public static Forecast? Make(ForecastCase forecast, ulong seed = 1) => forecast.People.Count > MostPeople ? null : Sum(
        forecast, Draw(forecast, Sizes.Where(size => forecast.People.Count <= size.People).Select(size => size.Draws).FirstOrDefault(Fewest), seed));

    /// <summary>So many ways in which it may go.</summary>
    public static IReadOnlyList<CohortOutcome> Draw(ForecastCase forecast, int count, ulong seed = 1)
    {
        var (book, drawn) = (new SeriesBook(forecast.Cohort, FarApart.Among(forecast.People, forecast.Cohort.Settings)), new CohortOutcome[count]);
        Parallel.For(0, count, at => drawn[at] = new ProgrammeDraw(forecast, book, (seed * 1_000_003) + (ulong)at).Run());
        return drawn;
    }

    private static Forecast Sum(ForecastCase forecast, IReadOnlyList<CohortOutcome> drawn)
    {
        var shows = drawn.Where(one => one.Margin is not null).ToArray();
        return new()
        {
            Mentors = forecast.People.Count(person => person is { IsActive: true, Role: Vocabulary.Role.Mentor }),
            Mentees = forecast.People.Count(person => person is { IsActive: true, Role: Vocabulary.Role.Mentee }),
            MentorsMatched = RangeOf(drawn, one => one.Mentors),
            MenteesMatched = RangeOf(drawn, one => one.Mentees),
            SessionsHeld = RangeOf(drawn, one => one.Held),
            Ends = RangeOf(drawn, one => one.Ends),
            MailsPerPerson = RangeOf(drawn, one => one.Mails),
            Precision = shows.Length * OneInTail >= drawn.Count * (OneInTail - 2) ? RangeOf(shows, one => one.Margin!.Value) : null,
            ShowsChanges = shows.Length / (double)drawn.Count,
            Effect = forecast.Habits.Effect,
            Found = shows.Length == 0 ? 0 : shows.Average(one => one.Found / (double)one.Shown),
            Draws = drawn.Count,
        };
    }

    internal static ForecastRange<T> RangeOf<T>(IReadOnlyCollection<CohortOutcome> drawn, Func<CohortOutcome, T> figure)
    {
        T[] sorted = [.. drawn.Select(figure).Order()];
        var tail = Math.Max(1, (int)Math.Round((sorted.Length + 1) / (double)OneInTail));
        return new(sorted[tail - 1], sorted[sorted.Length / 2], sorted[^tail]);
    }
}
