namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>Two readings held against each other.</summary>
internal static class Readings
{
    /// <summary>So much of both is told around the first difference.</summary>
    private const int Around = 60;

    /// <returns>Each place that says something else, with where it begins to.</returns>
    public static IEnumerable<string> Differ(this IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        from place in one.Keys.Union(other.Keys).Order(StringComparer.Ordinal)
        let before = one.GetValueOrDefault(place, "nothing")
        let after = other.GetValueOrDefault(place, "nothing")
        where before != after
        select $"{place}: {First(before, after)}";

    private static string First(string one, string other)
    {
        var at = Math.Max(0, one.Zip(other).TakeWhile(both => both.First == both.Second).Count() - (Around / 2));
        return $"\"{Part(one, at)}\", else \"{Part(other, at)}\"";
    }

    private static string Part(string text, int at) => text.Substring(Math.Min(at, text.Length), Math.Min(Around, Math.Max(0, text.Length - at))).ReplaceLineEndings(" ");
}
