namespace ReverseMentoring.Core.Enrolment.Checking;

/// <summary>What somebody may have meant: the known word that is fewest typing errors away.</summary>
internal static class ClosestWord
{
    /// <returns>A word at most a third of whose letters differ, or null.</returns>
    public static string? To(string typed, IEnumerable<string> known)
    {
        var (best, fewest) = ((string?)null, (typed.Length / 3) + 1);
        foreach (var word in known.Where(word => Math.Abs(word.Length - typed.Length) < fewest))
        {
            var errors = Distance(typed, word);
            if (errors < fewest)
            {
                (best, fewest) = (word, errors);
            }
        }

        return best;
    }

    /// <summary>A sentence's end: "; did you mean x?", or a full stop.</summary>
    public static MessageTemplate End(string typed, IEnumerable<string> known)
    {
        if (To(typed, known) is not { } word)
        {
            return ".";
        }

        return $"; did you mean '{word}'?";
    }

    /// <summary>Levenshtein's distance, case set aside.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
