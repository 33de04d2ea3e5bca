using System.Globalization;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Directory;

/// <summary>
/// The people of a list as the directory knows them. Somebody has several addresses there: each is taken for the one that
/// the list has, else a mentor would not be known as the report of their own manager.
/// </summary>
internal sealed class DirectoryPeople
{
    private readonly Dictionary<string, string> listed = new(StringComparer.Ordinal);
    private readonly List<(RosterRow Row, IReadOnlyList<string> Above)> lines = [];
    private readonly int deepest;

    public DirectoryPeople(IEnumerable<(RosterRow Row, DirectoryFacts Fact)> people, Findings findings)
    {
        var found = people.Where(person => person.Fact.Found).ToArray();
        foreach (var (row, fact) in found)
        {
            var own = Person.Normal(row.Email!);
            foreach (var address in fact.Addresses.Append(own).Select(Person.Normal).Distinct())
            {
                if (!listed.TryAdd(address, own) && listed[address] != own)
                {
                    findings.Error(row.Place.FieldPlace("email"), $"{own} and {listed[address]} are the same person in the directory.", "Keep one of the two rows.");
                }
            }
        }

        lines.AddRange(found.Select(person => (person.Row, Above(person.Fact))));
        deepest = found.Where(person => TakesPart(person.Row)).Select(person => person.Fact.Managers?.Count ?? 0).DefaultIfEmpty().Max();
        Warn([.. found.Where(person => TakesPart(person.Row))], findings);
    }

    /// <summary>Addresses up the reporting line, as the list writes them where it has them. Empty also where the directory doesn't tell.</summary>
    public IReadOnlyList<string> Above(DirectoryFacts fact) =>
        [.. (fact.Managers ?? []).Select(Person.Normal).TakeWhile(Addresses.IsOne).Select(address => listed.GetValueOrDefault(address, address))];

    /// <summary>
    /// A rank where nobody has given a better one: how many steps somebody stands above the list's most junior. Directories
    /// hold no rank, and the way up to the top is the only measure that is the same for all.
    /// </summary>
    public string? LevelOf(DirectoryFacts fact) => fact.Managers is { } above
        ? Math.Min(deepest - above.Count, RowCheck.HighestLevel).ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary>A row that only tells the reporting line for each manager who is on no row.</summary>
    public IEnumerable<RosterRow> ManagersBeside(IEnumerable<RosterRow> rows)
    {
        var there = rows.Where(row => row.Email is not null).Select(row => Person.Normal(row.Email!)).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, above) in lines)
        {
            for (var step = 0; step < above.Count; step++)
            {
                if (there.Add(above[step]))
                {
                    yield return new(row.Place) { Email = above[step], ManagerEmail = step + 1 < above.Count ? above[step + 1] : null };
                }
            }
        }
    }

    private static void Warn((RosterRow Row, DirectoryFacts Fact)[] participants, Findings findings)
    {
        var without = participants.Where(person => person.Row.Level is null).ToArray();
        if (without.Length > 0 && without.Length < participants.Length)
        {
            findings.Warn(
                "people, level", $"{without.Length} leave it empty, the first in {without[0].Row.Place}: theirs is counted from the reporting line, 0 for the most junior.",
                "Check that the levels given are on the same scale.");
        }

        var untold = participants.Where(person => person.Fact.Managers is null && person.Row.ManagerEmail is null).ToArray();
        if (untold.Length > 0)
        {
            findings.Warn(
                "people, managerEmail", $"The directory doesn't tell whom {untold.Length} report to, the first in {untold[0].Row.Place}: it is not known and can't be respected.",
                "Let the host read the reporting line (User.Read.All), or fill in the column.");
        }
    }

    private static bool TakesPart(RosterRow row) => row.Role is not (null or "none");
}
