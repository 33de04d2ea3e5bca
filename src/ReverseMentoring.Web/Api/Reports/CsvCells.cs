using System.Globalization;
using CsvHelper;

namespace ReverseMentoring.Web.Api.Reports;

/// <summary>Cells of a file for spreadsheets: a text that one would take for a formula is a text, with an apostrophe in front; a number is a number, below nought too.</summary>
internal static class CsvCells
{
    private const char Apostrophe = '\'';

    private static readonly char[] Begins = ['=', '@', '+', '-', '\t', '\r', '\n'];

    public static void WriteCell(this CsvWriter csv, object? cell)
    {
        var text = Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
        if (cell is not (int or double) && text.Length > 0 && Begins.Contains(text[0]))
        {
            csv.WriteField(Apostrophe + text, shouldQuote: true);
        }
        else
        {
            csv.WriteField(text);
        }
    }
}
