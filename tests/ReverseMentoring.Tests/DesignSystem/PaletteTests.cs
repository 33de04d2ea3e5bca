using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Tests.Properties;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.DesignSystem.Colours;

namespace ReverseMentoring.Tests.DesignSystem;

public sealed partial class PaletteTests
{
    private static readonly Arbitrary<Colour> AnyColour = Arb.From(
        from red in Gen.Choose(0, 255) from green in Gen.Choose(0, 255) from blue in Gen.Choose(0, 255)
        select new Colour((byte)red, (byte)green, (byte)blue));

    /// <summary>Every seventh step of each channel: 50,653 colours.</summary>
    [Fact]
    public void Whatever_colour_a_company_has_its_text_can_be_read_in_light_and_dark()
    {
        int[] steps = [.. Enumerable.Range(0, 37).Select(step => 3 + (step * 7))];

        Assert.Empty(Unreadable(steps, steps, steps));
    }

    /// <summary>All 16.7 million: some ten minutes, so it runs when it is asked for.</summary>
    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Every_colour_there_is_can_be_read_in_light_and_dark()
    {
        int[] all = [.. Enumerable.Range(0, 256)];

        Assert.Empty(Unreadable(all, all, all));
    }

    [Theory]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#ffd400")]
    [InlineData("#c779c8")]
    [InlineData("#00aa6e")]
    [InlineData("#00ff00")]
    [InlineData("#0000ff")]
    [InlineData("#808080")]
    public void Extreme_colours_can_be_read_too(string brand) => Assert.True(Reads(Palette.FromBrand(Colour.Parse(brand))), brand);

    [Fact]
    public void In_the_light_the_company_sees_its_own_colour() =>
        Assert.Equal("#e30613", Palette.FromBrand(Colour.Parse("#E30613")).Light.Brand.ToString());

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#123456", "#123456", 1)]
    public void Contrast_is_counted_as_the_guidelines_say(string one, string other, double ratio) =>
        Assert.Equal(ratio, Colour.Parse(one).Against(Colour.Parse(other)), 2);

    [PropertyFact]
    public void A_colour_survives_the_way_through_lightness_chroma_and_hue() =>
        Prop.ForAll(AnyColour, colour => Oklch.FromColour(colour).ToColour() == colour).Hold();

    [Theory]
    [InlineData("teal")]
    [InlineData("#12345")]
    [InlineData("")]
    [InlineData("#12345g")]
    [InlineData("#ff0000;background:url(x)")]
    public void What_is_no_colour_is_not_taken(string text)
    {
        Assert.False(Colour.TryParse(text, out _));
        Assert.Equal(Palette.Default, Theme.Create("Northwind Lumen", text).Palette);
    }

    [Fact]
    public void The_stylesheet_stands_on_the_grounds_that_contrast_was_counted_on()
    {
        var style = Asset.Style.Text;
        foreach (var (name, of) in new (string, Func<Backgrounds, Colour>)[] { ("paper", one => one.Paper), ("card", one => one.Card), ("ink", one => one.Ink), ("muted", one => one.Muted) })
        {
            var said = Regex.Matches(style, $"--{name}: (#[0-9a-f]{{6}});").Select(match => match.Groups[1].Value);
            Assert.Equal([of(Backgrounds.Light).ToString(), of(Backgrounds.Dark).ToString()], said);
        }
    }

    [Fact]
    public void Moods_can_be_read_on_page_card_and_their_own_ground()
    {
        var found = Mood().Matches(Asset.Style.Text);
        Assert.Equal(6, found.Count);
        for (var at = 0; at < found.Count; at++)
        {
            var (text, soft) = (Colour.Parse(found[at].Groups[2].Value), Colour.Parse(found[at].Groups[3].Value));
            var ground = at < 3 ? Backgrounds.Light : Backgrounds.Dark;
            Assert.All([soft, ground.Card, ground.Paper], on => Assert.True(text.Against(on) >= 4.5, $"{found[at].Value} on {on}"));
            Assert.True(ground.Ink.Against(soft) >= 4.5, found[at].Value);
        }
    }

    private static List<Colour> Unreadable(int[] reds, int[] greens, int[] blues) => [.. reds.AsParallel()
        .SelectMany(red => from green in greens from blue in blues select new Colour((byte)red, (byte)green, (byte)blue))
        .Where(brand => !Reads(Palette.FromBrand(brand)))
        .Take(20)];

    private static bool Reads(Palette palette) => Reads(palette.Light, Backgrounds.Light) && Reads(palette.Dark, Backgrounds.Dark);

    private static bool Reads(ThemeColours themeColours, Backgrounds backgrounds) =>
        themeColours.OnBrand.Against(themeColours.Brand) >= 4.5
        && Reads(themeColours.Accent, themeColours.Soft, backgrounds) && Reads(themeColours.Counter, themeColours.CounterSoft, backgrounds)
        && themeColours.Spark.Against(themeColours.Brand) >= 3;

    // The card is also what stands on a filled accent.
    private static bool Reads(Colour text, Colour soft, Backgrounds backgrounds) =>
        text.Against(backgrounds.Paper) >= 4.5 && text.Against(backgrounds.Card) >= 4.5 && text.Against(soft) >= 4.5
        && backgrounds.Ink.Against(soft) >= 4.5;

    [GeneratedRegex("--(good|careful|bad): (#[0-9a-f]{6}); --\\1-soft: (#[0-9a-f]{6})")]
    private static partial Regex Mood();
}
