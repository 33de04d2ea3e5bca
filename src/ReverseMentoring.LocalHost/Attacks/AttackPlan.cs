using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>A company, some of whose people take part, and the seed by which all of it is the same again.</summary>
/// <param name="Title">As it is printed: <c>9+9</c>, or a file's name.</param>
public sealed record AttackPlan(string Title, string PeopleCsv, int Seed)
{
    /// <summary>Of a company from which some take part: else all would report to one.</summary>
    private const int Smallest = 120;

    private const int Role = 2;

    /// <summary>The same list, but for one of each side who takes no part.</summary>
    public string WithoutTwo()
    {
        var lines = PeopleCsv.Split('\n');
        var role = Array.IndexOf(lines[0].Trim('\uFEFF', '\r').Split(','), "role");
        foreach (var side in new[] { "mentor", "mentee" })
        {
            // A line in quotes may have commas in its fields: another one does as well.
            var at = Array.FindLastIndex(lines, line => !line.Contains('"', StringComparison.Ordinal) && line.Split(',') is var row && row.Length > role && row[role] == side);
            if (at > 0)
            {
                var row = lines[at].Split(',');
                row[role] = "";
                lines[at] = string.Join(',', row);
            }
        }

        return string.Join('\n', lines);
    }

    /// <param name="pairs">People of each side.</param>
    /// <param name="seed">Draws who they are, and what they do.</param>
    public static AttackPlan Made(int pairs, int seed)
    {
        var seededRandom = new SeededRandom(seed);
        var lines = PeopleGenerator.Csv(Math.Max(Smallest, 8 * pairs), seededRandom).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines[1..].Select(line => line.Split(',')).ToArray();
        var taking = rows.GroupBy(row => row[Role]).SelectMany(side => side.OrderBy(row => seededRandom.Draw(row[1], "takes part")).Take(pairs)).ToHashSet();
        foreach (var row in rows.Where(row => !taking.Contains(row)))
        {
            row[Role] = "";
        }

        return new($"{pairs}+{pairs}", string.Join('\n', rows.Select(row => string.Join(',', row)).Prepend(lines[0])), seed);
    }
}
