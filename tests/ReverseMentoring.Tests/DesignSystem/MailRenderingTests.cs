using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Tests.Properties;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Tests.DesignSystem;

public sealed class MailRenderingTests
{
    private static readonly Theme Company = Theme.Create("Northwind & Lumen", "#e30613");

    [Fact]
    public void Html_says_everything_the_letter_says_and_nothing_of_it_is_markup()
    {
        var page = Rendering.Parse(MailHtml.Render(MailSamples.Introduction, Company));
        var said = page.Body!.TextContent;

        Assert.Contains("Madrid & kennt sich mit Sprachmodellen aus <sehr gut>.", said, StringComparison.Ordinal);
        Assert.All((string[])["Guten Tag Ana,", "vier Stunden, zwei Sprachen", "Und dann?", "Sie sagen beide Ja oder Nein.", "Northwind & Lumen", "weil Sie am Programm teilnehmen"], words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.Equal(3, page.QuerySelectorAll("a").Length);
        Assert.Equal(MailSamples.Link, page.QuerySelector("a.press")!.GetAttribute("href"));
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void Html_reads_well_aloud()
    {
        var page = Rendering.Parse(MailHtml.Render(MailSamples.Introduction, Company));

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("table:not([role=presentation])"), table => Assert.NotEmpty(table.QuerySelectorAll("th[scope=row]")));
        Assert.Equal("Warum Sie beide, und was als Nächstes kommt", page.Body!.TextContent.Trim()[..43]);
    }

    [Fact]
    public void Html_asks_nobody_for_anything_unless_there_is_a_logo()
    {
        Assert.DoesNotContain("src=", MailHtml.Render(MailSamples.Introduction, Company), StringComparison.Ordinal);
        Assert.Contains("alt=\"Northwind\"", MailHtml.Render(MailSamples.Introduction, Theme.Create("Northwind", null, "https://example.org/logo.png")), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_puts_every_address_on_a_line_of_its_own_and_keeps_within_seventy_six_columns()
    {
        var lines = MailPlainText.Render(MailSamples.Introduction).Split('\n');

        Assert.All(lines, line => Assert.True(line.Length <= 76 || line == MailSamples.Link, line));
        Assert.Equal("Vorschlag ansehen:", lines[Array.IndexOf(lines, MailSamples.Link) - 1]);
        Assert.Contains("https://mentoring.example.org/p/abc", lines);
        Assert.Contains("2. Wir suchen eine Stunde, die in beiden Kalendern frei ist, und schicken", lines);
        Assert.Contains("   die Einladung dazu an Sie beide.", lines);
        Assert.Contains("> was einen Vorstand wach hält.", lines);
    }

    [PropertyFact]
    public void Text_loses_no_word() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), any =>
    {
        var words = any.Get.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var document = MailSamples.Introduction with { Greeting = string.Join(' ', words), Blocks = [], Footer = new("", null) };
        return MailPlainText.Render(document).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SequenceEqual(words);
    }).Hold();
}
