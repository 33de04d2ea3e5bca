using System.Globalization;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Mails;

/// <summary>The mail before the first session says what will be asked, and not that it is less.</summary>
public sealed class BriefingSentencesTests
{
    [Theory]
    [InlineData("en", "(all|only) we ask|we (only|just) ask", "at the end")]
    [InlineData("de", "fragen (wir )?nur|nur, ob", "am Ende")]
    [InlineData("fr", "demandons (seulement|uniquement)", "à la fin")]
    [InlineData("es", "s[oó]lo preguntamos", "al final")]
    [InlineData("pt", "só perguntamos", "no fim")]
    public void What_is_asked_beside_and_after_the_sessions_is_said(string language, string less, string last)
    {
        var text = new Texts("Mails.Texts").OfLanguage(CultureInfo.GetCultureInfo(language))["Briefing.Mentor.Text"];

        Assert.DoesNotMatch(less, text);
        Assert.Contains(last, text, StringComparison.Ordinal);
    }
}
