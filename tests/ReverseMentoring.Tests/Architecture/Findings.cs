namespace ReverseMentoring.Tests.Architecture;

internal static class Findings
{
    /// <summary>Fails with each of them in full, where an assertion on a collection cuts them short.</summary>
    public static void AreNone(IEnumerable<string> found)
    {
        var all = found.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (all.Length > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, all));
        }
    }
}
