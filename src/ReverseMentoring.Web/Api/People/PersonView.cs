using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.People;

/// <summary>A participant, as HR's list has them.</summary>
public sealed record PersonView(
    string Id, string Name, string Email, Role Role, string? JobTitle, string? Department, int Level, string? ManagerId,
    string? Location, string TimeZone, IReadOnlyList<string> Languages, int Capacity, bool HasDelegate, DateTimeOffset? LeftAt)
{
    internal static PersonView Of(Person person) => new(
        person.Id, person.Name, person.Email, person.Role, person.JobTitle, person.Department, person.Level, person.ManagerId,
        person.Location, person.TimeZone, person.Languages, person.Capacity, person.DelegateEmail is not null, person.LeftAt);
}
