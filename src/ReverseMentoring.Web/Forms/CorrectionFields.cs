using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>What HR's list says of somebody, as fields to be put right.</summary>
internal static class CorrectionFields
{
    public static IReadOnlyList<Question> Questions { get; } =
        [new("Correct.Name") { Beside = ["Correct.Text"] }, new("Correct.JobTitle"), new("Correct.Department"), new("Correct.Location"), new("Correct.Level")];

    /// <summary>As they have asked, else as the list has it.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Fill(Person listed, Correction? asked) =>
    [
        new("name", asked?.Name ?? listed.Name), new("job-title", asked?.JobTitle ?? listed.JobTitle ?? ""), new("department", asked?.Department ?? listed.Department ?? ""),
        new("location", asked?.Location ?? listed.Location ?? ""), new("level", (asked?.Level ?? listed.Level).ToString(CultureInfo.InvariantCulture)),
    ];

    /// <returns>Null, and errors, where something can't be.</returns>
    public static Correction? Read(Fields fields, Person person)
    {
        if (fields.Value("name").Length == 0)
        {
            fields.Wrong("name", "Correct.NameEmpty");
        }

        var correction = new Correction(person.Id)
        {
            Name = OneLine(fields, "name"), JobTitle = OneLine(fields, "job-title"), Department = OneLine(fields, "department"), Location = OneLine(fields, "location"),
        };
        if (!int.TryParse(fields.Value("level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) || level > Correction.HighestLevel)
        {
            fields.Wrong("level", "Correct.LevelWrong", ("most", $"{Correction.HighestLevel}"));
        }

        return fields.HasErrors ? null : correction with { Level = level };
    }

    private static string OneLine(Fields fields, string name)
    {
        var text = fields.Text(name, Correction.Longest) ?? "";
        if (text.Any(char.IsControl))
        {
            fields.Wrong(name, "Correct.OneLine");
        }

        return text;
    }
}
