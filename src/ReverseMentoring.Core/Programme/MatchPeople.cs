using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Programme;

/// <summary>People as the matching knows them.</summary>
internal static class MatchPeople
{
    /// <summary>As the cohort knows somebody who has said nothing: no offers, no wishes.</summary>
    public static MatchPerson From(Person person) => new()
    {
        Id = person.Id,
        Role = person.Role,
        Level = person.Level,
        ManagerId = person.ManagerId,
        Department = person.Department ?? "",
        Location = person.Location ?? "",
        TimeZone = person.TimeZone,
        WorkingHours = person.Hours,
        Languages = person.Languages,
        Capacity = person.Capacity,
    };
}
