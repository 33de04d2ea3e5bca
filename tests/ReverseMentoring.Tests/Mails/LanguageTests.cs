using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Mails;

/// <summary>What is missing in a language. One more language is one more of each file, and one more in ReaderLanguage.</summary>
public partial class LanguageTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in new[] { "Mails.Texts", "Forms.Texts", "Localization.Shared", "Localization.Needs", "Manage.Texts" })
            {
                foreach (var language in ReaderLanguage.Written.Where(language => language != "en"))
                {
                    data.Add(file, language);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_is_there_in_every_language(string file, string language)
    {
        var (english, other) = (English(file), new Texts(file).OfLanguage(CultureInfo.GetCultureInfo(language)));

        Assert.Empty(english.Keys.Except(other.Keys).Order());
        Assert.Empty(other.Keys.Except(english.Keys).Order());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_has_the_same_holes_and_places_in_every_language(string file, string language)
    {
        var (english, other) = (English(file), new Texts(file).OfLanguage(CultureInfo.GetCultureInfo(language)));

        var different = other.Where(text => english.ContainsKey(text.Key) && Marks(text) != Marks(new(text.Key, english[text.Key])))
            .Select(text => $"{text.Key}: {Marks(new(text.Key, english[text.Key]))} / {Marks(text)}");
        Assert.Empty(different);
    }

    private static IReadOnlyDictionary<string, string> English(string file) => new Texts(file).OfLanguage(CultureInfo.InvariantCulture);

    // How somebody is addressed differs: by the first name or the whole. "one" needs no figure.
    private static string Marks(KeyValuePair<string, string> text) => string.Join(
        ' ', Mark().Matches(text.Value).Select(mark => mark.Value is "{first}" ? "{name}" : mark.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w+\}|^\[\w+\]|^# |^\d\. ", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
