using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>One person as a list tells it, all as text, with where it stands in the list.</summary>
public sealed record RosterRow(RosterPlace Place)
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Role { get; init; }

    public string? JobTitle { get; init; }

    public string? Department { get; init; }

    public string? Level { get; init; }

    public string? ManagerEmail { get; init; }

    public string? Location { get; init; }

    public string? TimeZone { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public string? Capacity { get; init; }

    public string? DelegateEmail { get; init; }

    /// <summary>The row as it is kept, each text in one spelling.</summary>
    /// <param name="refused">Takes the field of each text that can't be shown; it is left empty.</param>
    public RosterRow Plain(Action<string> refused)
    {
        return this with
        {
            Name = Text("name", Name),
            Email = Text("email", Email),
            Role = Text("role", Role),
            JobTitle = Text("jobTitle", JobTitle),
            Department = Text("department", Department),
            Level = Text("level", Level),
            ManagerEmail = Text("managerEmail", ManagerEmail),
            Location = Text("location", Location),
            TimeZone = Text("timeZone", TimeZone),
            Languages = [.. Languages.Select(language => Text("languages", language) ?? "")],
            Capacity = Text("capacity", Capacity),
            DelegateEmail = Text("delegateEmail", DelegateEmail),
        };

        string? Text(string field, string? text)
        {
            if (text is null)
            {
                return null;
            }

            if (!PlainText.TryRead(text, out var plain))
            {
                refused(field);
            }

            return plain;
        }
    }
}

/// <summary>A place in the list that the sender can find again.</summary>
/// <param name="Row">Such as <c>participants[17]</c> or <c>people row 19</c>.</param>
/// <param name="BeforeField">What stands between row and field.</param>
public readonly record struct RosterPlace(string Row, string BeforeField)
{
    /// <summary>Counted from 0, as JSON paths do.</summary>
    public static RosterPlace InJson(int index) => new($"participants[{index}]", ".");

    /// <summary>Counted from 1 with the header, as spreadsheets do.</summary>
    public static RosterPlace InCsv(int row) => new($"people row {row}", ", column ");

    public string FieldPlace(string field) => Row + BeforeField + field;

    public override string ToString() => Row;
}
