namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>Numbers for ids and words in order of first sight, so that comparing two is comparing integers.</summary>
internal sealed class IdNumbers<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> numbers = new(comparer);

    public int NumberOf(T id)
    {
        if (!numbers.TryGetValue(id, out var number))
        {
            number = numbers.Count;
            numbers.Add(id, number);
        }

        return number;
    }
}
