using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ReverseMentoring.Web.DesignSystem;

namespace ReverseMentoring.Tests.DesignSystem;

public sealed class ComponentTextsTests
{
    private static readonly ResourceManager Resources = new(typeof(ComponentTexts));

    public static TheoryData<string> Languages => ["de", "fr", "es", "pt"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_of_a_component_is_there_in_every_language(string language)
    {
        var (english, own) = (All(""), All(language));

        Assert.Equal(english.Keys.Order(), own.Keys.Order());
        Assert.All(english, word => Assert.Equal(Holes(word.Value), Holes(own[word.Key])));
    }

    [Fact]
    public void Every_word_of_a_component_is_used_by_its_name()
    {
        var members = typeof(ComponentTexts).GetMembers().Select(member => member.Name).ToHashSet();

        Assert.All(All("").Keys, name => Assert.Contains(name, members));
    }

    [Fact]
    public void Figures_are_written_as_the_language_writes_them()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");

        Assert.Equal("51 bis 100 von 12.345", ComponentTexts.RowsOf(51, 100, 12_345));
    }

    private static Dictionary<string, string> All(string language) =>
        Resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static string[] Holes(string text) => [.. Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Order()];
}
