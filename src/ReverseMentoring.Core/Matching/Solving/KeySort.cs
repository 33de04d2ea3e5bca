namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>Sorts a few dozen keys; the library's sort takes over where there are many.</summary>
internal static class KeySort
{
    private const int Few = 64;

    public static void Falling(ulong[] keys, int count)
    {
        if (count > Few)
        {
            Array.Sort(keys, 0, count);
            Array.Reverse(keys, 0, count);
            return;
        }

        for (var next = 1; next < count; next++)
        {
            var key = keys[next];
            var place = next;
            for (; place > 0 && keys[place - 1] < key; place--)
            {
                keys[place] = keys[place - 1];
            }

            keys[place] = key;
        }
    }
}
