using System.Globalization;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>Reads one row of the list, field by field.</summary>
internal sealed class RowCheck(Findings findings)
{
    public const int MostPartners = 10;

    public const int HighestLevel = 100;

    public const int LongestText = 200;

    /// <summary>What who would like to teach and to learn can do.</summary>
    public const string OneRole = "Choose one role here, and put them into a second cohort with the other: sessions of one person never overlap, whichever cohort they belong to.";

    private const int MostLanguages = 20;

    /// <returns>Null where the row has no address to know it by. Of who takes no part only the reporting line is read.</returns>
    public RosterEntry? ReadRow(RosterRow sent)
    {
        var row = sent.Plain(field => findings.Error(sent.Place.FieldPlace(field), PlainText.Problem, PlainText.Mend));
        var (role, takesPart) = ReadRole(row);
        var email = Address(row, "email", row.Email);
        if (row.Email is null)
        {
            findings.Error(row.Place.FieldPlace("email"), "There is no address.", "Each row needs one: it identifies people, and mails go to it.");
        }

        var manager = Address(row, "managerEmail", row.ManagerEmail);
        if (!takesPart)
        {
            return email is null ? null : new(row, email, Role.None, manager, null, [], null, 1);
        }

        if (row.Name is null)
        {
            findings.Error(row.Place.FieldPlace("name"), "There is no name.", "Give the name by which others know this person, or set 'directory' to true to have it looked up.");
        }

        CheckTexts(row);
        if (Address(row, "delegateEmail", row.DelegateEmail) is { } keeper && keeper == email)
        {
            findings.Error(row.Place.FieldPlace("delegateEmail"), "Somebody is their own delegate.", "Leave the field empty if nobody else keeps the calendar.");
        }

        var (zone, languages) = (ReadZone(row), ReadLanguages(row));
        var (level, capacity) = (Number(row, "level", row.Level, 0, HighestLevel), Number(row, "capacity", row.Capacity, 1, MostPartners) ?? 1);
        return email is null ? null : new(row, email, role, manager, zone, languages, level, capacity);
    }

    /// <summary>Who has a role that nobody knows was meant to take part: the rest of the row is read too.</summary>
    private (Role Role, bool TakesPart) ReadRole(RosterRow row)
    {
        if (RoleWords.Find(row.Role) is { } role)
        {
            return (role, role is not Role.None);
        }

        if (RoleWords.AreBoth(row.Role!))
        {
            findings.Error(row.Place.FieldPlace("role"), "Nobody has both roles in one cohort.", OneRole);
        }
        else
        {
            findings.Error(
                row.Place.FieldPlace("role"), $"'{row.Role}' is not a role.",
                "Use 'mentor' for the junior who teaches, 'mentee' for the leader who learns, or leave it empty for somebody who takes no part.");
        }

        return (Role.None, true);
    }

    private string? Address(RosterRow row, string field, string? text)
    {
        if (text is not null && !Addresses.IsOne(text))
        {
            findings.Error(row.Place.FieldPlace(field), $"'{Cut(text)}' is not a mail address.", Addresses.Mend);
            return null;
        }

        return text is null ? null : Person.Normal(text);
    }

    private Zone? ReadZone(RosterRow row)
    {
        var zone = row.TimeZone is null ? null : ZoneNames.Find(row.TimeZone);
        if (row.TimeZone is not null && zone is null)
        {
            findings.Error(row.Place.FieldPlace("timeZone"), $"'{Cut(row.TimeZone)}' is neither a time zone nor a city of which one is known.", ZoneNames.Mend(Cut(row.TimeZone)));
        }

        return zone;
    }

    private List<string> ReadLanguages(RosterRow row)
    {
        var tags = new List<string>();
        if (row.Languages.Count > MostLanguages)
        {
            findings.Error(row.Place.FieldPlace("languages"), "There are too many languages.", $"Name up to {MostLanguages}, the one to write in first.");
            return tags;
        }

        foreach (var text in row.Languages)
        {
            if (LanguageTags.Parse(text) is not { } tag)
            {
                findings.Error(row.Place.FieldPlace("languages"), $"'{Cut(text)}' is not a language tag.", LanguageTags.Mend);
            }
            else if (!tags.Contains(tag))
            {
                tags.Add(tag);
            }
        }

        return tags;
    }

    private int? Number(RosterRow row, string field, string? text, int least, int most)
    {
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        findings.Error(row.Place.FieldPlace(field), $"'{Cut(text)}' is out of range.", $"Use a whole number from {least} to {most}, or leave it empty.");
        return null;
    }

    private void CheckTexts(RosterRow row)
    {
        foreach (var (field, text) in new[] { ("name", row.Name), ("jobTitle", row.JobTitle), ("department", row.Department), ("location", row.Location) })
        {
            if (text?.Length > LongestText || text?.Any(char.IsControl) is true)
            {
                findings.Error(row.Place.FieldPlace(field), "The text is too long, or has line breaks.", $"Use one line of at most {LongestText} characters.");
            }
        }
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
