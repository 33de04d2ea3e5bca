namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Arrays that hold one value everywhere, in plain loops: they are compiled ahead with the rest, where the library's generic
/// helpers would be compiled when a cold process first needs them.
/// </summary>
internal static class Filled
{
    public static int[] With(int value, int length)
    {
        var array = new int[length];
        Set(array, value);
        return array;
    }

    public static long[] With(long value, int length)
    {
        var array = new long[length];
        for (var place = 0; place < length; place++)
        {
            array[place] = value;
        }

        return array;
    }

    public static void Set(int[] array, int value)
    {
        for (var place = 0; place < array.Length; place++)
        {
            array[place] = value;
        }
    }
}
