using Microsoft.AspNetCore.Components;

namespace ReverseMentoring.Web.DesignSystem.Tables;

/// <summary>One column of a table.</summary>
/// <param name="Key">Its name in <c>?sort=</c>.</param>
/// <param name="Cell">In a .razor file: <c>person => @&lt;a href="…"&gt;@person.Name&lt;/a&gt;</c>.</param>
/// <param name="Sorts">Its head is a link that sorts.</param>
/// <param name="Number">Set to the right, in figures of one width.</param>
public sealed record Column<TRow>(string Key, string Head, RenderFragment<TRow> Cell, bool Sorts = false, bool Number = false);

public static class Column
{
    /// <summary>A column of plain text: <c>Column.Text&lt;Person&gt;("name", "Name", person => person.Name)</c>.</summary>
    public static Column<TRow> Text<TRow>(string key, string head, Func<TRow, string?> cell, bool sorts = false, bool number = false) =>
        new(key, head, row => builder => builder.AddContent(0, cell(row)), sorts, number);
}
