using System.Globalization;
using CsvHelper;
using ReverseMentoring.Web.Api.Reports;
using ReverseMentoring.Web.Manage.Layout;
using SpreadCheetah;

namespace ReverseMentoring.Web.Manage.Exports;

/// <summary>Writes a table as CSV or as an Excel file.</summary>
internal static class ExportWriter
{
    public static string TypeOf(string format) => format == ExportFormats.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<byte[]> Write(ExportTable table, string title, string format, CancellationToken cancel) =>
        format == ExportFormats.Csv ? WriteCsv(table) : await WriteExcel(table, title, cancel);

    /// <summary>With a mark in front, by which spreadsheets know that it is UTF-8.</summary>
    private static byte[] WriteCsv(ExportTable table)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
        {
            foreach (var row in table.Rows.Prepend([.. table.Columns.Select(column => column.Head)]))
            {
                foreach (var cell in row)
                {
                    csv.WriteCell(cell is int or double ? cell : Text(cell));
                }

                csv.NextRecord();
            }
        }

        return bytes.ToArray();
    }

    private static async Task<byte[]> WriteExcel(ExportTable table, string title, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var spreadsheet = await Spreadsheet.CreateNewAsync(bytes, cancellationToken: cancel))
        {
            await spreadsheet.StartWorksheetAsync(SheetName(title), token: cancel);
            await spreadsheet.AddRowAsync(table.Columns.Select(column => new DataCell(column.Head)).ToList(), cancel);
            foreach (var row in table.Rows)
            {
                await spreadsheet.AddRowAsync(row.Select(CellOf).ToList(), cancel);
            }

            await spreadsheet.FinishAsync(cancel);
        }

        return bytes.ToArray();
    }

    private static DataCell CellOf(object? value) => value switch
    {
        int number => new(number),
        double number => new(number),
        _ => new(Text(value)),
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Excel takes 31 characters, and no signs that stand in formulas.</summary>
    private static string SheetName(string title)
    {
        var name = string.Concat(title.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        return name[..Math.Min(name.Length, 31)];
    }
}
