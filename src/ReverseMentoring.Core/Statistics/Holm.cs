namespace ReverseMentoring.Core.Statistics;

/// <summary>
/// Several questions at once: with twenty of them one is "significant" by chance. Holm's steps keep the chance of even one false finding
/// among all of them at what is asked for, whatever the questions have to do with each other (Holm, "A simple sequentially rejective
/// multiple test procedure", Scandinavian Journal of Statistics, 1979).
/// </summary>
public static class Holm
{
    /// <param name="chances">How often chance alone would bring each result, 0 to 1.</param>
    /// <returns>The same, raised for how many there are, in the order in which they came: one below 0.05 is a finding.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> chances)
    {
        var adjusted = new double[chances.Count];
        var highest = 0.0;
        foreach (var (rank, place) in Enumerable.Range(0, chances.Count).OrderBy(place => chances[place]).Index())
        {
            adjusted[place] = highest = Math.Max(highest, Math.Min(1, chances[place] * (chances.Count - rank)));
        }

        return adjusted;
    }
}
