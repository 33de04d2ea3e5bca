using System.Globalization;
using System.Resources;

namespace ReverseMentoring.Web.Look;

/// <summary>The few words that components bring themselves, in the language of the request.</summary>
public static class Words
{
    private static readonly ResourceManager Resources = new(typeof(Words));

    public static string AtMostCharacters(int limit) => With(nameof(AtMostCharacters), limit);

    public static string CharactersUsed(object used, int limit) => With(nameof(CharactersUsed), used, limit);

    public static string Coming => Of(nameof(Coming));

    public static string Done => Of(nameof(Done));

    public static string DraftDrop => Of(nameof(DraftDrop));

    public static string DraftKept => Of(nameof(DraftKept));

    public static string Error => Of(nameof(Error));

    public static string Figures => Of(nameof(Figures));

    public static string FixThese => Of(nameof(FixThese));

    public static string Language => Of(nameof(Language));

    public static string Menu => Of(nameof(Menu));

    public static string NextPage => Of(nameof(NextPage));

    public static string NotThis => Of(nameof(NotThis));

    public static string NothingFound => Of(nameof(NothingFound));

    public static string NothingLost => Of(nameof(NothingLost));

    public static string Now => Of(nameof(Now));

    public static string Offline => Of(nameof(Offline));

    public static string Optional => Of(nameof(Optional));

    public static string Pages => Of(nameof(Pages));

    public static string PreviousPage => Of(nameof(PreviousPage));

    public static string RowsOf(int first, int last, int all) => With(nameof(RowsOf), first, last, all);

    public static string Search => Of(nameof(Search));

    public static string ShowAll => Of(nameof(ShowAll));

    public static string SkipToContent => Of(nameof(SkipToContent));

    public static string Stopped => Of(nameof(Stopped));

    public static string YouAreHere => Of(nameof(YouAreHere));

    private static string Of(string name) =>
        Resources.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name);

    private static string With(string name, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Of(name), [.. values.Select(value => value is int number ? number.ToString("N0", CultureInfo.CurrentCulture) : value)]);
}
