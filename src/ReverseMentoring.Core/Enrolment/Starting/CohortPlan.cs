using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>A cohort that can be started: all defaults filled in, all people read.</summary>
public sealed record CohortPlan(CohortSettings Settings, IReadOnlyList<Person> People, IReadOnlyList<LineManager> Line)
{
    public int Mentors { get; } = People.Count(person => person.Role is Role.Mentor);

    public int Mentees { get; } = People.Count(person => person.Role is Role.Mentee);

    /// <summary>As many pairs as capacities allow.</summary>
    public int MostPairs => Math.Min(Places(Role.Mentor), Places(Role.Mentee));

    public int Places(Role role) => People.Where(person => person.Role == role).Sum(person => person.Capacity);
}
