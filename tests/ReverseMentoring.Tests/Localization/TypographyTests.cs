using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Localization;

/// <summary>Marks as each language sets them, in all its texts.</summary>
public sealed partial class TypographyTests
{
    private static readonly string[] Files = ["Mails.Texts", "Forms.Texts", "Localization.Shared", "Localization.Needs", "Manage.Texts", "Manage.Findings", "DesignSystem.ComponentTexts"];

    /// <summary>A narrow space that doesn't break, before high marks and inside of quotation marks; times and addresses have none.</summary>
    [Fact]
    public void French_leaves_room_before_high_marks() => Assert.Empty(Wrong("fr", text => Crowded().Match(text)));

    [Fact]
    public void Spanish_opens_what_it_closes() => Assert.Empty(Texts("es").Where(text => Count(text.Said, '?') != Count(text.Said, '¿') || Count(text.Said, '!') != Count(text.Said, '¡')).Select(text => text.Key));

    /// <summary>Who is meant is said by another word than one with a bracket or a dot in it.</summary>
    [Fact]
    public void French_says_who_is_meant_without_brackets() => Assert.Empty(Wrong("fr", text => Bracket().Match(text)));

    /// <summary>One Portuguese, as Brazil writes it: what Portugal alone calls so stands nowhere.</summary>
    [Fact]
    public void Portuguese_is_that_of_brazil() => Assert.Empty(Wrong("pt", text => OfPortugal().Match(text)));

    /// <summary>What stands beside a word is put together in one way.</summary>
    [Theory]
    [InlineData("fr", "\u202f:")]
    [InlineData("de", ":")]
    [InlineData("es", ":")]
    public void What_is_put_together_is_set_as_well(string language, string colon) =>
        Assert.Equal((colon, $"one{colon.Replace(':', ';')} two"), (Reader(language).Colon, Reader(language).Titles(["one", "two"])));

    private static Localizer Reader(string language) => new(Web.Localization.Texts.Shared, CultureInfo.GetCultureInfo(language), Core.Time.Zone.Utc);

    private static IEnumerable<string> Wrong(string language, Func<string, Match> find) =>
        from text in Texts(language)
        let found = find(text.Said)
        where found.Success
        select $"{text.Key}: …{text.Said[Math.Max(0, found.Index - 12)..Math.Min(text.Said.Length, found.Index + 8)]}…";

    private static IEnumerable<(string Key, string Said)> Texts(string language) => Files
        .SelectMany(file => new Texts(file).OfLanguage(CultureInfo.GetCultureInfo(language)).Select(text => ($"{file} {text.Key}", text.Value)))
        .Concat(StandardItems.All.SelectMany(item => item.Texts.Where(text => text.Key == language).Select(text => ($"{item.Id}", text.Value))));

    private static int Count(string text, char mark) => text.Count(one => one == mark);

    [GeneratedRegex(@"(?<!\u202f)(?:[;!?»]|:(?=\s|$))|«(?!\u202f)")]
    private static partial Regex Crowded();

    [GeneratedRegex(@"\w\((?:e|s|es|ne|ère|le|trice|euse)\)|·")]
    private static partial Regex Bracket();

    [GeneratedRegex(
        @"«|\b(?:ficheiros?|ecrãs?|telemóve(?:l|is)|utilizador(?:es|a|as)?|equipas?|contact(?:o|os|ar|am)|regist(?:o|os|ar|ado|ada)|plane(?:ar|ado|ados|amos)|partilh\w+|descarreg\w+|ligaç(?:ão|ões)|palavras?-passe|definiç(?:ão|ões)|"
        + @"logótipo|percentagem|connosco|consigo|vosso?s?|demasiad\w+|mentoria inversa|noutr[oa]s?|em linha|reencaminh\w+|carácter|controlo|est(?:á|ão) a \w+r|fica(?:m)? a saber|\w+-lhes?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfPortugal();
}
