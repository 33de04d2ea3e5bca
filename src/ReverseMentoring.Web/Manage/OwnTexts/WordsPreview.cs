using System.Globalization;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Manage.OwnTexts;

/// <summary>A text as somebody would read it.</summary>
internal static class WordsPreview
{
    /// <param name="text">That has been checked.</param>
    /// <param name="language">Its language.</param>
    /// <param name="known">What is known without a mail; all else stands in angle brackets.</param>
    public static string Fill(string text, CultureInfo language, Dictionary<string, string> known)
    {
        var template = Template.Parse(text, Elision.IsIn(language));
        return template.Fill([.. template.Holes.Select(hole => (hole, known.GetValueOrDefault(hole, $"‹{hole}›")))]);
    }
}
