using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Who stands in one line with whom, worked out apart from the product's own rule.</summary>
internal static class ReportingLines
{
    /// <summary>Two steps up or down, or a shared manager: what no policy may allow.</summary>
    public static bool AreIn(PersonId person, PersonId with, IReadOnlyDictionary<PersonId, PersonId?> managers)
    {
        var (above, below) = (Above(person), Above(with));
        return above.Contains(with) || below.Contains(person) || (above is [var one, ..] && below is [var other, ..] && one == other);

        List<PersonId> Above(PersonId person)
        {
            var line = new List<PersonId>();
            for (var at = managers.GetValueOrDefault(person); at is { } manager && line.Count < 2; at = managers.GetValueOrDefault(manager))
            {
                line.Add(manager);
            }

            return line;
        }
    }
}
