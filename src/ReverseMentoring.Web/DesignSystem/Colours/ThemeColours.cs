namespace ReverseMentoring.Web.DesignSystem.Colours;

/// <summary>One theme's tones.</summary>
/// <param name="Brand">A large surface: the company's colour itself in the light, a deep shade of it in the dark.</param>
/// <param name="OnBrand">Text on it, at least 4.5 : 1.</param>
/// <param name="Accent">The same hue as text, at least 4.5 : 1 on page, card and its own soft variant.</param>
/// <param name="Soft">A quiet surface of that hue, for ink and for the accent.</param>
/// <param name="Counter">The counterpart as text or line, as readable as the accent.</param>
/// <param name="CounterSoft">A quiet surface of the counterpart's hue.</param>
/// <param name="Spark">The counterpart at its brightest, at least 3 : 1 on the brand: for shapes, never for text.</param>
public sealed record ThemeColours(
    Colour Brand, Colour OnBrand, Colour Accent, Colour Soft, Colour Counter, Colour CounterSoft, Colour Spark)
{
    // WCAG 2.2 AA asks 4.5; the rest is room for rounding.
    private const double Text = 4.6;
    private const double Shape = 3.1;

    // Not quite across the wheel: the exact complement of blue or red looks garish beside it.
    private const double Across = 205;

    // The counterpart starts as bright as it can be and is darkened or lightened only as far as text needs.
    private const double Middle = 0.66;

    // Between these a large surface neither glares in a dark page nor vanishes in it.
    private const double DeepFrom = 0.34;
    private const double DeepTo = 0.42;

    public static ThemeColours Create(Colour brand, Backgrounds backgrounds)
    {
        var seen = Oklch.FromColour(brand);
        var fill = backgrounds.IsDark ? (seen with { Lightness = Math.Clamp(seen.Lightness, DeepFrom, DeepTo) }).ToColour() : brand;
        var (accent, soft) = Readable(seen, backgrounds);
        var across = seen with { Chroma = Math.Clamp(seen.Chroma * 1.6, 0.13, 0.17), Hue = seen.Hue + Across };
        var (counter, counterSoft) = Readable(across with { Lightness = Middle }, backgrounds);
        var spark = fill.Against(Colour.White) >= Shape
            ? Towards(across with { Lightness = 0.72 }, 1, Stands)
            : Towards(across with { Lightness = 0.55 }, 0, Stands);
        return new(fill, TextOn(fill), accent, soft, counter, counterSoft, spark);

        // Where white doesn't stand out, black does: at the luminance that white leaves at 3.1 : 1 black has 6.7 : 1.
        bool Stands(Colour colour) => colour.Against(fill) >= Shape;
    }

    public string ToCss(char theme) =>
        $"--brand-{theme}:{Brand};--on-brand-{theme}:{OnBrand};--accent-{theme}:{Accent};--soft-{theme}:{Soft};" +
        $"--counter-{theme}:{Counter};--counter-soft-{theme}:{CounterSoft};--spark-{theme}:{Spark};";

    // One of the two always reaches 4.58 : 1.
    private static Colour TextOn(Colour fill) =>
        fill.Against(Colour.White) >= Text || fill.Against(Colour.White) > fill.Against(Colour.Black) ? Colour.White : Colour.Black;

    private static (Colour Text, Colour Soft) Readable(Oklch seen, Backgrounds backgrounds)
    {
        Colour Soft(Colour colour) => colour.Over(backgrounds.Card, backgrounds.SoftShare);
        bool Reads(Colour colour) => colour.Against(backgrounds.Paper) >= Text
            && colour.Against(backgrounds.Card) >= Text && colour.Against(Soft(colour)) >= Text;
        var text = Towards(seen, backgrounds.IsDark ? 1 : 0, Reads);
        return (text, Soft(text));
    }

    private static Colour Towards(Oklch start, double lightness, Func<Colour, bool> enough)
    {
        var colour = start.ToColour();
        for (var step = 0; step < 100 && !enough(colour); step++)
        {
            var next = start.Lightness + ((lightness - start.Lightness) * (step + 1) / 100);
            colour = (start with { Lightness = next }).ToColour();
        }

        return colour;
    }
}
