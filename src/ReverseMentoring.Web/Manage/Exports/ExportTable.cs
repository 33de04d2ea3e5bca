using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Exports;

/// <param name="Head">What stands above it, in the reader's language.</param>
/// <param name="Told">Of whom it tells.</param>
public sealed record ExportColumn(string Head, Told Told);

/// <summary>A list as a table for a spreadsheet.</summary>
/// <param name="Rows">Texts, numbers, days and moments, one for each column; null is an empty cell.</param>
public sealed record ExportTable(IReadOnlyList<ExportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Without the columns that tell of single people beside lists, review and commands; null where none is left.</summary>
    internal ExportTable? InCouncilMode()
    {
        int[] left = [.. Enumerable.Range(0, Columns.Count).Where(at => Columns[at].Told is not Told.Person)];
        return left.Length == 0 ? null : new([.. left.Select(at => Columns[at])], [.. Rows.Select(row => left.Select(at => row[at]).ToArray())]);
    }
}
