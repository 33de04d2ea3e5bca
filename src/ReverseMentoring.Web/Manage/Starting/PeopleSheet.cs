using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ReverseMentoring.Core.Enrolment.Roster;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>A people file as rows of cells; between two steps of the form it travels along in the page, packed.</summary>
public sealed record PeopleSheet(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Ten thousand people take less than two.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InvalidDataException">The bytes are no CSV.</exception>
    public static PeopleSheet Parse(byte[] file)
    {
        if (file.Length == 0 || file.AsSpan().StartsWith("PK"u8))
        {
            throw new InvalidDataException("This is no CSV file.");
        }

        using var csv = new CsvParser(new StringReader(CsvText.WithoutSeparator(Text(file))), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = false,
            BadDataFound = null,
        });
        var rows = new List<IReadOnlyList<string>>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return rows.Count > 0 ? new(rows[0], [.. rows.Skip(1)]) : throw new InvalidDataException("The file is empty.");
    }

    /// <summary>The columns that are wanted, under the names that the programme knows; rows keep their places.</summary>
    public byte[] Write(IReadOnlyDictionary<string, int> columns)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in Rows.Select(row => CellsOf(row, columns)).Prepend(columns.Keys))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell);
                }

                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The cells of the columns that are wanted; a row that is too short has empty ones.</summary>
    public static IEnumerable<string> CellsOf(IReadOnlyList<string> row, IReadOnlyDictionary<string, int> columns) => columns.Values.Select(at => at < row.Count ? row[at] : "");

    public string Pack()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Write(Enumerable.Range(0, Header.Count).ToDictionary(at => $"{at} {Header[at]}", at => at)));
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <exception cref="InvalidDataException">It did not come back as it was sent.</exception>
    public static PeopleSheet Unpack(string packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = brotli.Read(buffer)) > 0;)
            {
                plain.Write(buffer, 0, read);
                if (plain.Length > 2 * MostBytes)
                {
                    throw new InvalidDataException("The list is too long.");
                }
            }

            var peopleSheet = Parse(plain.ToArray());
            return peopleSheet with { Header = [.. peopleSheet.Header.Select(title => title[(title.IndexOf(' ', StringComparison.Ordinal) + 1)..])] };
        }
        catch (FormatException torn)
        {
            throw new InvalidDataException("The list is torn.", torn);
        }
    }

    private static string Text(byte[] file)
    {
        try
        {
            return file switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Strict.GetString(file, 3, file.Length - 3),
                [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(file, 2, file.Length - 2),
                _ => Strict.GetString(file),
            };
        }
        catch (DecoderFallbackException)
        {
            // What older spreadsheets write in western Europe; Latin-1 is the same but for a few signs.
            return Encoding.Latin1.GetString(file);
        }
    }
}
