using System.Text.Json;
using ReverseMentoring.Core.Enrolment.Checking;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>What several checks of settings ask alike.</summary>
internal static class SettingBounds
{
    public const int LongestName = 100;

    public static void Between(this Findings findings, string where, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            findings.Error(where, $"{value} is out of range.", $"Use a whole number from {least} to {most}.");
        }
    }

    /// <summary>Notes what a part of the settings says of itself.</summary>
    /// <param name="findings">Takes it.</param>
    /// <param name="part">The field that the part stands in.</param>
    /// <param name="problems">By the names of its properties.</param>
    public static void OutOfRange(this Findings findings, string part, IEnumerable<(string Field, string Problem)> problems)
    {
        foreach (var (field, problem) in problems)
        {
            findings.Error($"{part}.{JsonNamingPolicy.CamelCase.ConvertName(field)}", "The value is out of range.", $"It must be {problem}.");
        }
    }

    /// <summary>Whether it is an address that a browser opens without being overheard.</summary>
    public static bool IsHttps(string text, int longest) => text.Length <= longest && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
