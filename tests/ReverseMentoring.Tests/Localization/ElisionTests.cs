using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Localization;

public sealed class ElisionTests
{
    [Theory]
    [InlineData("l’agenda de {name}", "Oliver", "l’agenda d’Oliver")]
    [InlineData("l’agenda de {name}", "Émile", "l’agenda d’Émile")]
    [InlineData("l’agenda de {name}", "Marie", "l’agenda de Marie")]
    [InlineData("l’agenda de {name}", "Hugo", "l’agenda de Hugo")]
    [InlineData("parce que {name} lit", "Ana", "parce qu’Ana lit")]
    [InlineData("De {name}", "Ana", "D’Ana")]
    [InlineData("mode {name}", "Ana", "mode Ana")]
    [InlineData("de {name}", "", "de ")]
    [InlineData("heure de {name}", "Le Caire", "heure du Caire")]
    [InlineData("heure de {name}", "La Havane", "heure de La Havane")]
    [InlineData("l’agenda de {name}", "Le Goff", "l’agenda de Le Goff")]
    [InlineData("{name}", "Le Caire", "Le Caire")]
    [InlineData("{name}", "Ana", "Ana")]
    public void Before_a_vowel_french_shortens_de_and_que_and_before_a_city_that_has_an_article_de(string text, string name, string said) =>
        Assert.Equal(said, Template.Parse(text, elides: true).Fill(("name", name)));

    [Fact]
    public void Other_languages_do_not() => Assert.Equal("mesa de Ana", Template.Parse("mesa de {name}").Fill(("name", "Ana")));
}
