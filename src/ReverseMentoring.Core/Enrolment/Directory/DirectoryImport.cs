using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Core.Enrolment.Directory;

/// <summary>
/// Fills in what a list leaves empty from the company's directory, so that addresses and roles are enough to start with.
/// What the list says stays as it is.
/// </summary>
/// <param name="directory">Null where the host reaches none.</param>
public sealed class DirectoryImport(IDirectory? directory = null)
{
    public bool IsReached => directory is not null;

    /// <param name="rows">The list.</param>
    /// <param name="wanted">Whether the cohort wants people looked up; else the list stays as it is.</param>
    /// <param name="findings">Takes who is not found.</param>
    /// <param name="cancel">Cancels calls.</param>
    /// <returns>The rows with what was found, and a row for each manager above them who is not on the list.</returns>
    /// <exception cref="CalendarException">The directory refuses, or can't be reached; nothing is wrong with the list.</exception>
    public async Task<IReadOnlyList<RosterRow>> Fill(IReadOnlyList<RosterRow> rows, bool wanted, Findings findings, CancellationToken cancel)
    {
        if (!wanted)
        {
            return rows;
        }

        if (directory is null)
        {
            findings.Error(
                "directory", "This host reaches no directory to look people up in.",
                "Connect the host to Microsoft 365 first, or leave 'directory' out and give each person's name, level and manager in the list.");
            return rows;
        }

        var known = rows.Where(row => row.Email is { } email && Addresses.IsOne(email)).DistinctBy(row => Person.Normal(row.Email!)).ToArray();
        var facts = await directory.LookUpAsync([.. known.Select(row => row.Email!)], cancel);
        var found = known.Zip(facts).ToDictionary(pair => Person.Normal(pair.First.Email!), pair => pair.Second, StringComparer.Ordinal);
        var people = new DirectoryPeople(known.Zip(facts), findings);
        IReadOnlyList<RosterRow> filled = [.. rows.Select(row => row.Email is { } email && found.TryGetValue(Person.Normal(email), out var fact)
            ? Fill(row, fact, people, findings)
            : row)];
        return [.. filled, .. people.ManagersBeside(filled)];
    }

    private static RosterRow Fill(RosterRow row, DirectoryFacts fact, DirectoryPeople people, Findings findings)
    {
        if (!fact.Found)
        {
            Miss(row, findings);
            return row;
        }

        var manager = row.ManagerEmail ?? (people.Above(fact) is [var first, ..] ? first : null);
        return row.Role is null or "none" ? row with { ManagerEmail = manager } : row with
        {
            Name = row.Name ?? Line(fact.Name),
            JobTitle = row.JobTitle ?? Line(fact.JobTitle),
            Department = row.Department ?? Line(fact.Department),
            Location = row.Location ?? Line(fact.Location),
            TimeZone = row.TimeZone ?? fact.Zone?.Id,
            Languages = row.Languages.Count == 0 && fact.Language is { } language && LanguageTags.Parse(language) is { } tag ? [tag] : row.Languages,
            ManagerEmail = manager,
            Level = row.Level ?? people.LevelOf(fact),
        };
    }

    /// <summary>Somebody of whom the list tells enough may be from outside.</summary>
    private static void Miss(RosterRow row, Findings findings)
    {
        if (row.Name is null && row.Role is not (null or "none"))
        {
            findings.Error(
                row.Place.FieldPlace("email"), $"The directory doesn't know {row.Email}.",
                "Correct the address, or give at least this person's name: then they are taken as the list has them.");
        }
        else
        {
            findings.Warn(row.Place.FieldPlace("email"), $"The directory doesn't know {row.Email}.", "Check that the address is right; the row is accepted as it is.");
        }
    }

    /// <summary>As a list's cell may be: on one line, and no longer than that takes.</summary>
    private static string? Line(string? text)
    {
        var line = text is null ? "" : string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length == 0 ? null : line[..Math.Min(line.Length, RowCheck.LongestText)];
    }
}
