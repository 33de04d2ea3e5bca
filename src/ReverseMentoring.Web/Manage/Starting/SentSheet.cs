using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>The list of people that a step of the form brings: a file, or what came along from the step before.</summary>
internal static class SentSheet
{
    private const string File = "people";

    /// <summary>The field in which a list goes along from step to step.</summary>
    public const string Field = "sheet";

    public static bool IsTooLarge(IFormCollection form) => form.Files[File]?.Length > PeopleSheet.MostBytes;

    /// <returns>Null where there is none.</returns>
    /// <exception cref="InvalidDataException">It is no CSV, or came back torn.</exception>
    public static async Task<PeopleSheet?> Read(IFormCollection form, CancellationToken cancel)
    {
        if (form.Files[File] is not { Length: > 0 } file)
        {
            return Carried(form);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return PeopleSheet.Parse(content.ToArray());
    }

    /// <summary>What came along from the step before; null: nothing did.</summary>
    /// <exception cref="InvalidDataException">It came back torn.</exception>
    public static PeopleSheet? Carried(IFormCollection form) => form[Field].ToString() is { Length: > 0 } packed ? PeopleSheet.Unpack(packed) : null;

    /// <summary>As it is kept in a draft: columns that the programme knows, where it can tell which are which; all others may hold what is nobody's business.</summary>
    public static PeopleSheet OnlyKnown(IFormCollection form, PeopleSheet sheet)
    {
        var columns = ColumnMapping.ChosenOrGuessed(form, sheet);
        return columns.ContainsKey("email") && columns.ContainsKey("role")
            ? new([.. columns.Keys], [.. sheet.Rows.Select(row => (IReadOnlyList<string>)[.. PeopleSheet.CellsOf(row, columns)])])
            : sheet;
    }
}
