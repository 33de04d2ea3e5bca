using System.Text.RegularExpressions;

namespace ReverseMentoring.Tests.Readme;

/// <summary>What README tells people to type, in its order.</summary>
internal static partial class ReadmeText
{
    /// <summary>What a command that begins with two dashes is the end of.</summary>
    public const string LocalHost = "dotnet run --project src/ReverseMentoring.LocalHost";

    /// <summary>Blocks without a language hold commands, one a line unless the line goes on; so do words in text that begin with two dashes and a space.</summary>
    public static IEnumerable<string> Commands(string readme) => Code().Matches(readme.ReplaceLineEndings("\n"))
        .Where(found => !found.Groups["language"].Success || found.Groups["language"].Length == 0)
        .SelectMany(found => found.Groups["inline"].Success
            ? [$"{LocalHost} {found.Groups["inline"].Value}"]
            : found.Groups["block"].Value.Replace("\\\n", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The block in that language.</summary>
    public static string Sample(string readme, string language) =>
        Code().Matches(readme.ReplaceLineEndings("\n")).Single(found => found.Groups["language"].Value == language).Groups["block"].Value;

    [GeneratedRegex("^```(?<language>\\w*)\\n(?<block>.*?)^```$|`(?<inline>-- [^`\\n]+)`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
