using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Manage.OwnTexts;

/// <summary>A text as somebody would read it.</summary>
internal static partial class WordsPreview
{
    private const string Button = "button";

    /// <summary>A place stands on a line of its own: the button with what it says, a list that is different in each mail in angle brackets.</summary>
    /// <param name="text">That has been filled.</param>
    /// <param name="button">What the button says; null: there is none.</param>
    public static string Place(string text, string? button) =>
        Places().Replace(text, place => place.Groups[1].Value == Button && button is not null ? $"[ {button} ]" : $"‹{place.Groups[1].Value}›");

    [GeneratedRegex(@"^\[(\w+)\][ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Places();

    /// <param name="text">That has been checked.</param>
    /// <param name="language">Its language.</param>
    /// <param name="known">What is known without a mail; all else stands in angle brackets.</param>
    public static string Fill(string text, CultureInfo language, Dictionary<string, string> known)
    {
        var template = Template.Parse(text, Elision.IsIn(language));
        return template.Fill([.. template.Holes.Select(hole => (hole, known.GetValueOrDefault(hole, $"‹{hole}›")))]);
    }
}
