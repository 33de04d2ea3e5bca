using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>How sure the report will be: answers as they may be, measured as those of people are.</summary>
internal sealed class ClosingDraw(IReadOnlyList<SurveyItem> items, int minimumGroup, Habits habits, Dice dice)
{
    /// <param name="answered">Who answered at the start and at the end.</param>
    /// <returns>Half of the width of a change's 95 % interval, in steps of five, the mean over the questions; null where none may be shown. And of the questions that are shown, how many show a rise.</returns>
    public (double? Margin, int Shown, int Found) Measure(IReadOnlyCollection<DrawnPerson> answered)
    {
        PairedChange[] changes = [.. items
            .Select(item => answered.Where(person => item.IsFor(person.Person.Role)).Select(Change).ToArray())
            .Where(people => people.Length > minimumGroup && !DisclosureGate.IsNearlyUnanimous(people, but: 2)).Select(people => PairedChange.Of(people))];
        return changes.Length == 0 ? (null, 0, 0)
            : (changes.Average(ShownMargin), changes.Length, ChangeWords.For(changes).Count(word => word is ChangeWord.Rose));
    }

    /// <summary>As the report's intervals are rounded, outward.</summary>
    private static double ShownMargin(PairedChange change)
    {
        var shown = Rounding.Of(change.People).Outward(change.Low, change.High);
        return (shown.High - shown.Low) / 2;
    }

    private double Change(DrawnPerson person)
    {
        var place = dice.Roll();
        var start = Opinion.Agrees(place, dice.Roll(), dice.Roll(), 0);
        return Opinion.Agrees(place, dice.Roll(), dice.Roll(), habits.Effect - (habits.Disappoints * person.Missed)) - start;
    }
}
