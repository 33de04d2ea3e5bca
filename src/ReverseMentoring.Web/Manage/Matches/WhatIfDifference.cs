using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>What other weights and rules would make of a cohort, against what stands: pairs or circles.</summary>
/// <param name="Figures">A text's name, as it is now, as it would be.</param>
/// <param name="New">The pairs or circles that there would be and are not now, by the names of their people.</param>
/// <param name="Lose">Ids of those who would be left without.</param>
/// <param name="Gain">Ids of those who are without now.</param>
public sealed record WhatIfDifference(
    IReadOnlyList<(string Key, string Now, string Then)> Figures, IReadOnlyList<string> New, IReadOnlyList<string> Lose, IReadOnlyList<string> Gain)
{
    public static WhatIfDifference OfPairs(Desk desk, Comparison difference, Snapshot<PersonLine> people)
    {
        var (before, after) = (difference.Before, difference.After);
        return new(
            [
                ("WhatIf.Mentees", desk.Number(before.Mentees), desk.Number(after.Mentees)),
                ("WhatIf.Mentors", desk.Number(before.Mentors), desk.Number(after.Mentors)),
                ("Pairs.Pairs", desk.Number(before.Pairs), desk.Number(after.Pairs)),
                ("Pairs.Worst", PairWords.Score(desk, before.Worst), PairWords.Score(desk, after.Worst)),
                ("WhatIf.Total", Points(desk, before.Total), Points(desk, after.Total)),
            ],
            [.. difference.New.Select(pair => desk.Say("Pair.Title", ("mentor", Who.Name(desk, people, pair.Mentor)), ("mentee", Who.Name(desk, people, pair.Mentee))))],
            difference.NoLongerMatched, difference.NewlyMatched);
    }

    /// <param name="desk">Whose page it is.</param>
    /// <param name="drafts">The circles as they stand.</param>
    /// <param name="summary">What the matching that found them came to.</param>
    /// <param name="after">What it would come to.</param>
    /// <param name="people">Their names.</param>
    public static WhatIfDifference OfCircles(
        Desk desk, IReadOnlyList<Meeting> drafts, CircleSummary summary, CircleResult after, Snapshot<PersonLine> people)
    {
        string[][] now = [.. drafts.Select(circle => Ids(circle.People))];
        string[][] then = [.. after.Circles.Select(circle => Ids(circle.Mentors.Concat(circle.Mentees)))];
        string[] placedNow = Ids(now.SelectMany(circle => circle)), placedThen = Ids(then.SelectMany(circle => circle));
        return new(
            [
                ("Circles.Title", desk.Number(summary.Circles), desk.Number(then.Length)),
                ("Circles.People", desk.Number(summary.People), desk.Number(placedThen.Length)),
                ("Unmatched.Title", desk.Number(summary.WithoutCircle), desk.Number(after.WithoutCircle.Count)),
                ("WhatIf.Total", Points(desk, summary.Total), Points(desk, after.Total)),
                ("Circles.Quality", Share(desk, summary.Total, summary.Bound), Share(desk, after.Total, after.Bound)),
            ],
            [.. then.Where(circle => !now.Any(other => other.SequenceEqual(circle))).Select(circle => Wording.Voice.Titles([.. circle.Select(id => Who.Name(desk, people, id))]))],
            [.. placedNow.Except(placedThen)], [.. placedThen.Except(placedNow)]);
    }

    private static string[] Ids(IEnumerable<string> people) => [.. people.Order(StringComparer.Ordinal)];

    private static string Points(Desk desk, long total) => desk.Number(total / 100.0);

    private static string Share(Desk desk, long total, long bound) => (bound > 0 ? (double)total / bound : 1).ToString("P0", desk.Culture);
}
