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

    public string Id { get; } = Person.IdOf(Email);

    private string? ManagerId => ManagerEmail is null ? null : Person.IdOf(ManagerEmail);

    public LineManager ToLineManager() => new(Id, ManagerId);

    public Person ToPerson(string timeZone, string language) => new()
    {
        Id = Id,
        Name = Row.Name!,
        Email = Email,
        Role = Role,
        JobTitle = Row.JobTitle,
        Department = Row.Department,
        Level = Level ?? 0,
        ManagerId = ManagerId,
        Location = Row.Location,
        TimeZone = Zone?.Id ?? timeZone,
        Languages = Languages.Count > 0 ? Languages : [language],
        Capacity = Capacity,
        DelegateEmail = Row.DelegateEmail is null ? null : Person.Normal(Row.DelegateEmail),
    };
}
