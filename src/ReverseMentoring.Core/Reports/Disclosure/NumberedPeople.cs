using System.Numerics;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>Some of the people, by their numbers, a bit each: thousands are compared in the time that a few take one by one.</summary>
internal sealed class NumberedPeople
{
    private const int Bits = 64;

    private readonly ulong[] words;

    private NumberedPeople(ulong[] words) => this.words = words;

    public static NumberedPeople Nobody { get; } = new([]);

    public int Count => words.Sum(BitOperations.PopCount);

    /// <param name="numbers">0 or more each.</param>
    public static NumberedPeople Of(IReadOnlyCollection<int> numbers)
    {
        var words = new ulong[numbers.Count == 0 ? 0 : (numbers.Max() / Bits) + 1];
        foreach (var number in numbers)
        {
            words[number / Bits] |= 1UL << (number % Bits);
        }

        return new(words);
    }

    public bool Overlaps(NumberedPeople others)
    {
        for (var at = 0; at < Math.Min(words.Length, others.words.Length); at++)
        {
            if ((words[at] & others.words[at]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many of these are not among the others.</summary>
    public int CountWithout(NumberedPeople others)
    {
        var count = 0;
        for (var at = 0; at < words.Length; at++)
        {
            count += BitOperations.PopCount(words[at] & ~others.WordAt(at));
        }

        return count;
    }

    public NumberedPeople And(NumberedPeople others) => With(others, Math.Min(words.Length, others.words.Length), (mine, its) => mine & its);

    public NumberedPeople Without(NumberedPeople others) => With(others, words.Length, (mine, its) => mine & ~its);

    public NumberedPeople Or(NumberedPeople others) => With(others, Math.Max(words.Length, others.words.Length), (mine, its) => mine | its);

    private NumberedPeople With(NumberedPeople others, int length, Func<ulong, ulong, ulong> join)
    {
        var joined = new ulong[length];
        for (var at = 0; at < length; at++)
        {
            joined[at] = join(WordAt(at), others.WordAt(at));
        }

        return new(joined);
    }

    private ulong WordAt(int at) => at < words.Length ? words[at] : 0;
}
