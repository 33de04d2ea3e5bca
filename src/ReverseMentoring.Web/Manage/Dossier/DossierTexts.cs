using System.Globalization;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Manage.Dossier;

/// <summary>The dossier's own words, apart from those of the other pages.</summary>
internal static class DossierTexts
{
    public static Texts All { get; } = new("Manage.Dossier.Texts");

    /// <summary>The words of a field: its own ones, or those of all fields of this name.</summary>
    /// <returns>Null where nobody has written any.</returns>
    public static string? OfField(CultureInfo culture, string type, string name) =>
        new[] { $"Field.{type}.{name}", $"Field.{name}" }.FirstOrDefault(key => All.Has(culture, key)) is { } found ? All.Text(culture, found) : null;
}
