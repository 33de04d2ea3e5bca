using System.Globalization;
using System.Resources;

namespace ReverseMentoring.Web.DesignSystem;

/// <summary>The few words that components bring themselves, in the language of the request.</summary>
public static class ComponentTexts
{
    private static readonly ResourceManager Resources = new(typeof(ComponentTexts));

    public static string AtMostCharacters(int limit) => With(nameof(AtMostCharacters), limit);

    public static string CharactersUsed(object used, int limit) => With(nameof(CharactersUsed), used, limit);

    public static string Coming => Text(nameof(Coming));

    public static string Done => Text(nameof(Done));

    public static string DraftDrop => Text(nameof(DraftDrop));

    public static string DraftKept => Text(nameof(DraftKept));

    public static string Error => Text(nameof(Error));

    public static string Figures => Text(nameof(Figures));

    public static string FixThese => Text(nameof(FixThese));

    public static string Language => Text(nameof(Language));

    public static string Menu => Text(nameof(Menu));

    public static string NextPage => Text(nameof(NextPage));

    public static string NothingFound => Text(nameof(NothingFound));

    public static string NothingLost => Text(nameof(NothingLost));

    public static string Now => Text(nameof(Now));

    public static string Offline => Text(nameof(Offline));

    public static string Optional => Text(nameof(Optional));

    public static string Pages => Text(nameof(Pages));

    public static string PreviousPage => Text(nameof(PreviousPage));

    public static string RowsOf(int first, int last, int all) => With(nameof(RowsOf), first, last, all);

    public static string Search => Text(nameof(Search));

    public static string ShowAll => Text(nameof(ShowAll));

    public static string SkipToContent => Text(nameof(SkipToContent));

    public static string Stopped => Text(nameof(Stopped));

    public static string YouAreHere => Text(nameof(YouAreHere));

    private static string Text(string name) =>
        Resources.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name);

    private static string With(string name, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Text(name), [.. values.Select(value => value is int number ? number.ToString("N0", CultureInfo.CurrentCulture) : value)]);
}
