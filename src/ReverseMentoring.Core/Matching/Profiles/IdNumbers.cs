namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>Numbers for texts in order of first sight, so that comparing two is comparing integers.</summary>
internal sealed class IdNumbers(StringComparer comparer)
{
    private readonly Dictionary<string, int> numbers = new(comparer);

    public int NumberOf(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            number = numbers.Count;
            numbers.Add(text, number);
        }

        return number;
    }

    /// <summary>One number for each prefix of a path: <c>a/b</c> gives those of <c>a</c> and <c>a/b</c>.</summary>
    public int[] OfPath(string path)
    {
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. steps.Select((_, last) => NumberOf(string.Join('/', steps[..(last + 1)])))];
    }
}
