using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>A row of the list that could be read.</summary>
/// <param name="Email">As it is compared: in lower case.</param>
/// <param name="Zone">Null where the row says none.</param>
/// <param name="Languages">Empty where the row says none.</param>
/// <param name="Level">Null where the row says none.</param>
public sealed record RosterEntry(
    RosterRow Row, string Email, Role Role, string? ManagerEmail, Zone? Zone, IReadOnlyList<string> Languages, int? Level, int Capacity)
{
    public RosterPlace Place => Row.Place;

    public bool TakesPart => Role is not Role.None;

    /// <param name="ids">By address: of the row's own there is one; null of a manager who has been erased.</param>
    public LineManager ToLineManager(Func<string, PersonId?> ids) => new(ids(Email)!.Value, ManagerEmail is null ? null : ids(ManagerEmail));

    /// <param name="ids">By address: of the row's own there is one; null of a manager who has been erased.</param>
    /// <param name="timeZone">Where the row says none.</param>
    /// <param name="language">The same.</param>
    public Person ToPerson(Func<string, PersonId?> ids, string timeZone, string language) => new()
    {
        Id = ids(Email)!.Value,
        Name = Row.Name!,
        Email = Email,
        Role = Role,
        JobTitle = Row.JobTitle,
        Department = Row.Department,
        Level = Level ?? 0,
        ManagerId = ManagerEmail is null ? null : ids(ManagerEmail),
        Location = Row.Location,
        TimeZone = Zone?.Id ?? timeZone,
        Languages = Languages.Count > 0 ? Languages : [language],
        Capacity = Capacity,
        DelegateEmail = Row.DelegateEmail is null ? null : Person.Normal(Row.DelegateEmail),
    };
}
