using System.Text.RegularExpressions;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>A word of their own for each person and form, by which what they wrote is found wherever it shows, and whether it may.</summary>
internal static partial class Marks
{
    /// <summary>What somebody writes in a form, with a mark in it.</summary>
    /// <param name="person">The id.</param>
    /// <param name="form">What it is called.</param>
    /// <param name="mayBeShown">With their leave to show it.</param>
    public static string Words(string person, string form, bool mayBeShown) => $"I say zq{(mayBeShown ? 's' : 'p')}{Names.Digest($"{person}:{form}")}qz and no more.";

    /// <summary>All that stand somewhere.</summary>
    public static IReadOnlySet<string> In(string text) => AnyMark().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> In(IReadOnlyDictionary<string, string> said) => said.Values.SelectMany(In).ToHashSet(StringComparer.Ordinal);

    public static bool MayBeShown(string mark) => mark[2] == 's';

    [GeneratedRegex("zq[sp][a-z0-9]{16}qz")]
    private static partial Regex AnyMark();
}
