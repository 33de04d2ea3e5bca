namespace ReverseMentoring.Web.DesignSystem.Colours;

/// <summary>
/// What a company's one colour becomes: readable in light and dark whatever it is.
/// The counterpart stands across the colour wheel: two people, two tones.
/// </summary>
public sealed record Palette(ThemeColours Light, ThemeColours Dark)
{
    /// <summary>Used where a company names none: petrol, with persimmon across.</summary>
    public static Colour DefaultBrand { get; } = Colour.Parse("#0b5563");

    public static Palette Default { get; } = FromBrand(DefaultBrand);

    public static Palette FromBrand(Colour brand) => new(ThemeColours.Create(brand, Backgrounds.Light), ThemeColours.Create(brand, Backgrounds.Dark));

    /// <summary>For the <c>style</c> of the root element; the stylesheet picks light (l) or dark (d).</summary>
    public string ToCss() => Light.ToCss('l') + Dark.ToCss('d');
}
