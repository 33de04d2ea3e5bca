using ReverseMentoring.Web.DesignSystem.Colours;

namespace ReverseMentoring.Web.DesignSystem;

/// <summary>What a cohort's company sets.</summary>
/// <param name="Company">Its name as people write it.</param>
/// <param name="LogoUrl">An image of it, or none: then the name stands alone.</param>
public sealed record Theme(string Company, string? LogoUrl, Palette Palette)
{
    /// <param name="accent">The company's colour as <c>#rrggbb</c>; our own if it is missing or no colour.</param>
    public static Theme Create(string company, string? accent = null, string? logoUrl = null) =>
        new(company, logoUrl, Colour.TryParse(accent, out var colour) ? Palette.FromBrand(colour) : Palette.Default);
}
