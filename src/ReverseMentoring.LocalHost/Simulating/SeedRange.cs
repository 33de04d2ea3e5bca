using System.Globalization;

namespace ReverseMentoring.LocalHost.Simulating;

/// <summary>Seeds from one to another, both included: <c>1..500</c>, or one alone.</summary>
internal readonly record struct SeedRange(int From, int To)
{
    /// <returns>False where a text says no range.</returns>
    public static bool TryParse(string text, out SeedRange range)
    {
        var parts = text.Split("..");
        range = default;
        if (parts.Length > 2 || !TryRead(parts[0], out var from) || !TryRead(parts[^1], out var to) || to < from)
        {
            return false;
        }

        range = new(from, to);
        return true;
    }

    public IEnumerable<int> Seeds => Enumerable.Range(From, To - From + 1);

    private static bool TryRead(string text, out int seed) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);
}
