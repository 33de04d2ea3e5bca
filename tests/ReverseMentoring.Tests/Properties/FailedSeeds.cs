namespace ReverseMentoring.Tests.Properties;

/// <summary>Seeds of random runs at which a property failed once: each is tried again in every run.</summary>
internal static class FailedSeeds
{
    /// <summary>By the test's method: <c>["Text_loses_no_word"] = [12345]</c>.</summary>
    private static readonly Dictionary<string, ulong[]> Known = [];

    /// <param name="test">The test's method.</param>
    public static IEnumerable<ulong> Of(string test) => Known.GetValueOrDefault(test) ?? [];
}
