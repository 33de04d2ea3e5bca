namespace ReverseMentoring.Web.Manage.Exports;

/// <summary>A list as a table for a spreadsheet.</summary>
/// <param name="Heads">What stands above the columns, in the reader's language.</param>
/// <param name="Rows">Texts, numbers, days and moments; null is an empty cell.</param>
public sealed record ExportTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows);
