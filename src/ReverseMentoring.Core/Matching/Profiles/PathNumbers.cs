namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>Numbers for the steps of paths such as <c>Sales/North</c>.</summary>
internal static class PathNumbers
{
    /// <summary>One number for each prefix of a path: <c>a/b</c> gives those of <c>a</c> and <c>a/b</c>.</summary>
    public static int[] OfPath(this IdNumbers<string> numbers, string path)
    {
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. steps.Select((_, last) => numbers.NumberOf(string.Join('/', steps[..(last + 1)])))];
    }
}
