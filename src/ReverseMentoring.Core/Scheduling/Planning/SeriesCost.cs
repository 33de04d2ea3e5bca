namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>What a series costs, in points, by part; see <see cref="SeriesWeights"/>.</summary>
public readonly record struct SeriesCost(long Start, long Spacing, long Weekday, long Burden, long LocalTime, long Fairness)
{
    public long Total => Start + Spacing + Weekday + Burden + LocalTime + Fairness;

    public static SeriesCost operator +(SeriesCost one, SeriesCost other) => Add(one, other);

    public static SeriesCost Add(SeriesCost one, SeriesCost other) => new(
        one.Start + other.Start,
        one.Spacing + other.Spacing,
        one.Weekday + other.Weekday,
        one.Burden + other.Burden,
        one.LocalTime + other.LocalTime,
        one.Fairness + other.Fairness);
}

/// <summary>
/// The prices. What a series costs is the price of its first session, and of each later one as it follows the one
/// before: nothing in it depends on two sessions further apart, which is what makes the search exact.
/// </summary>
internal sealed class SeriesPrices(SessionPlan plan)
{
    private readonly SeriesWeights weights = plan.Weights;

    public SeriesCost First(Slot slot) =>
        new() { Start = (long)weights.Start * (slot.Day - plan.EarliestStart.DayNumber), Burden = BurdenOf(slot) };

    public SeriesCost Next(Slot before, Slot slot) => new()
    {
        Spacing = SpacingOf(slot.Day - before.Day),
        Weekday = WeekdayOf(slot.Day - before.Day),
        Burden = BurdenOf(slot),
        LocalTime = LocalTimeOf(before, slot),
        Fairness = FairnessOf(before, slot),
    };

    public long BurdenOf(Slot slot) => (long)weights.Burden * slot.SquaredBurden;

    public long SpacingOf(int days) => weights.Spacing * Square(days - plan.IdealDays);

    public long WeekdayOf(int days) => days % 7 == 0 ? 0 : weights.Weekday;

    public long LocalTimeOf(Slot before, Slot slot) => before.Minute == slot.Minute ? 0 : weights.LocalTime;

    public long FairnessOf(Slot before, Slot slot)
    {
        var steps = 0L;
        for (var i = 0; i < slot.Excess.Length; i++)
        {
            steps += Math.Min(before.Excess[i], slot.Excess[i]);
        }

        return weights.Fairness * steps;
    }

    private static long Square(long days) => days * days;
}
