using System.Reflection;

namespace ReverseMentoring.Tests.Dossier;

internal static class Proofs
{
    private static readonly Assembly Tests = typeof(Proofs).Assembly;

    /// <param name="name">As the dossier names a test: <c>Class.Method</c> below the tests' own namespace.</param>
    public static bool IsTest(string name)
    {
        var at = name.LastIndexOf('.');
        return at > 0 && Tests.GetType($"ReverseMentoring.Tests.{name[..at]}")?.GetMethod(name[(at + 1)..]) is { } method && method.IsDefined(typeof(FactAttribute));
    }
}
