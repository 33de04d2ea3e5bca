using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>What other weights and rules would make of a cohort, against what stands: pairs or circles.</summary>
/// <param name="Figures">A text's name, as it is now, as it would be.</param>
/// <param name="New">The pairs or circles that there would be and are not now, by the names of their people.</param>
/// <param name="Lose">Ids of those who would be left without.</param>
/// <param name="Gain">Ids of those who are without now.</param>
public sealed record WhatIfDifference(
    IReadOnlyList<(string Key, string Now, string Then)> Figures, IReadOnlyList<string> New, IReadOnlyList<PersonId> Lose, IReadOnlyList<PersonId> Gain)
{
    public static WhatIfDifference OfPairs(ManagerContext context, Comparison difference, Snapshot<PersonLine> people)
    {
        var (before, after) = (difference.Before, difference.After);
        return new(
            [
                ("WhatIf.Mentees", context.Number(before.Mentees), context.Number(after.Mentees)),
                ("WhatIf.Mentors", context.Number(before.Mentors), context.Number(after.Mentors)),
                ("Pairs.Pairs", context.Number(before.Pairs), context.Number(after.Pairs)),
                ("Pairs.Worst", PairTexts.Score(context, before.Worst), PairTexts.Score(context, after.Worst)),
                ("WhatIf.Total", Points(context, before.Total), Points(context, after.Total)),
            ],
            [.. difference.New.Select(pair => context.Say("Pair.Title", ("mentor", PeopleNames.Name(context, people, pair.Mentor)), ("mentee", PeopleNames.Name(context, people, pair.Mentee))))],
            difference.NoLongerMatched, difference.NewlyMatched);
    }

    /// <param name="context">Whose page it is.</param>
    /// <param name="before">What a matching of those who are in circles comes to as things stand.</param>
    /// <param name="after">What it would come to.</param>
    /// <param name="people">Their names.</param>
    public static WhatIfDifference OfCircles(ManagerContext context, CircleResult before, CircleResult after, Snapshot<PersonLine> people)
    {
        PersonId[][] now = [.. before.Circles.Select(circle => Ids(circle.Mentors.Concat(circle.Mentees)))];
        PersonId[][] then = [.. after.Circles.Select(circle => Ids(circle.Mentors.Concat(circle.Mentees)))];
        PersonId[] placedNow = Ids(now.SelectMany(circle => circle)), placedThen = Ids(then.SelectMany(circle => circle));
        return new(
            [
                ("Circles.Title", context.Number(now.Length), context.Number(then.Length)),
                ("Circles.People", context.Number(placedNow.Length), context.Number(placedThen.Length)),
                ("WhatIf.Total", Points(context, before.Total), Points(context, after.Total)),
                ("Circles.Quality", Share(context, before.Total, before.Bound), Share(context, after.Total, after.Bound)),
            ],
            [.. then.Where(circle => !now.Any(other => other.SequenceEqual(circle))).Select(circle => context.Localizer.Titles([.. circle.Select(id => PeopleNames.Name(context, people, id))]))],
            [.. placedNow.Except(placedThen)], [.. placedThen.Except(placedNow)]);
    }

    private static PersonId[] Ids(IEnumerable<PersonId> people) => [.. people.Order()];

    private static string Points(ManagerContext context, long total) => context.Number(total / 100.0);

    private static string Share(ManagerContext context, long total, long bound) => (bound > 0 ? (double)total / bound : 1).ToString("P0", context.Culture);
}
