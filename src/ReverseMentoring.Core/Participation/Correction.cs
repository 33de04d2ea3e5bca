using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>
/// What somebody says is wrong in HR's list about them: shown to the programme manager, who takes it over or lets it be. What is nobody's but theirs (zone, hours,
/// days away, languages) they change themselves.
/// </summary>
/// <param name="Person">Who.</param>
[Kept(Rows.Correction, KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Manager, KeptUntil.Done)]
[Tells(Told.Command)]
public sealed record Correction(PersonId Person)
{
    public const int Longest = 200;

    public const int HighestLevel = 100;

    /// <summary>As it should be; null: it is right. Empty: there is none.</summary>
    public string? Name { get; init; }

    public string? JobTitle { get; init; }

    public string? Department { get; init; }

    public string? Location { get; init; }

    public int? Level { get; init; }

    public bool IsEmpty => Name is null && JobTitle is null && Department is null && Location is null && Level is null;

    public static string KeyOf(PersonId person) => Rows.Correction + person;

    /// <summary>What is another than in the list; the rest is left out.</summary>
    public Correction Against(Person listed) => this with
    {
        Name = string.IsNullOrEmpty(Name) || Name == listed.Name ? null : Name,
        JobTitle = JobTitle == (listed.JobTitle ?? "") ? null : JobTitle,
        Department = Department == (listed.Department ?? "") ? null : Department,
        Location = Location == (listed.Location ?? "") ? null : Location,
        Level = Level == listed.Level ? null : Level,
    };

    internal PersonChange Change => new()
    {
        Name = Name, JobTitle = JobTitle, Department = Department, Location = Location, Level = Level?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
