using System.Globalization;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Benchmarks.Selection;

/// <summary>
/// Who finds a partner where not all can: shares by what people said and where they are, each with the lowest share divided by the
/// highest (a fifth less counts as a disadvantage: four-fifths rule, 29 CFR 1607.4 D). Groups of under 5 % of a side are left out of that.
/// </summary>
internal static class SelectionCommand
{
    private const double SmallShare = 0.05;

    public static void Run(FileInfo? file, int companies, int people, int cohorts, int topics, double far)
    {
        var chosen = new Dictionary<(string Trait, string Group), (int Chosen, int All)>();
        var (pairs, first, score) = (0, 0, 0L);
        for (var company = 1; company <= (file is null ? companies : 1); company++)
        {
            var list = file is null ? Companies.MakeUp(people, new Random(company)) : Companies.Read(file);
            for (var cohort = 1; cohort <= cohorts; cohort++)
            {
                var request = DrawnAnswers.Request(list, topics, far, new Random((company * 1000) + cohort));
                var found = Matcher.Pairs(request);
                (pairs, first, score) = (pairs + found.Count, first + found.Count(pair => pair.Topics.Taught.Any(met => met.Rank == 1)), score + found.Sum(pair => (long)(pair.Score ?? 0)));
                var partnered = found.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }).ToHashSet();
                foreach (var person in request.People)
                {
                    foreach (var group in GroupsOf(person))
                    {
                        var (before, all) = chosen.GetValueOrDefault(group);
                        chosen[group] = (before + (partnered.Contains(person.Id) ? 1 : 0), all + 1);
                    }
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs} pairs, mean score {score / (double)pairs / 100:0.0}, first wish met {100.0 * first / pairs:0} %"));
        foreach (var trait in chosen.GroupBy(group => group.Key.Trait).OrderBy(trait => trait.Key, StringComparer.Ordinal))
        {
            Print(trait.Key, [.. trait.Select(group => (group.Key.Group, group.Value.Chosen, group.Value.All)).OrderBy(group => group.Group, StringComparer.Ordinal)]);
        }
    }

    private static IEnumerable<(string Trait, string Group)> GroupsOf(MatchPerson person)
    {
        var side = person.Role is Role.Mentor ? "mentors" : "mentees";
        yield return ($"{side}, topics offered", $"{person.Offers.Count}");
        yield return ($"{side}, topics wished for", $"{person.Wishes.Count}");
        yield return ($"{side}, highest level", $"{person.Offers.Max(offer => offer.Level)}");
        yield return ($"{side}, zone", person.TimeZone);
        yield return ($"{side}, department", person.Department);
        yield return ($"{side}, level", $"{person.Level}");
    }

    private static void Print(string trait, IReadOnlyList<(string Name, int Chosen, int All)> groups)
    {
        var all = groups.Sum(group => group.All);
        double[] shares = [.. groups.Where(group => group.All >= SmallShare * all).Select(group => group.Chosen / (double)group.All)];
        var told = string.Join("  ", groups.Where(group => group.All >= SmallShare * all).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Name} {group.Chosen / (double)group.All:0.00}")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trait,-28} {shares.Min() / shares.Max():0.00}   {told}"));
    }
}
