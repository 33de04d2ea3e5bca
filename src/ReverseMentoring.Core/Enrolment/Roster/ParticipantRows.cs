using System.Globalization;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>The participants of a JSON request as rows, blanks taken for nothing.</summary>
public static class ParticipantRows
{
    public static IReadOnlyList<RosterRow> From(IReadOnlyList<PersonRequest> participants) =>
        [.. participants.Select((person, index) => Row(person, RosterPlace.InJson(index)))];

    private static RosterRow Row(PersonRequest person, RosterPlace place) => new(place)
    {
        Name = Text(person.Name),
        Email = Text(person.Email),
        Role = Text(person.Role),
        JobTitle = Text(person.JobTitle),
        Department = Text(person.Department),
        Level = person.Level?.ToString(CultureInfo.InvariantCulture),
        ManagerEmail = Text(person.ManagerEmail),
        Location = Text(person.Location),
        TimeZone = Text(person.TimeZone),
        Languages = person.Languages ?? [],
        Capacity = person.Capacity?.ToString(CultureInfo.InvariantCulture),
        DelegateEmail = Text(person.DelegateEmail),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
