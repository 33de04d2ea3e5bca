using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>Who reports to whom, for everybody on the roster.</summary>
internal sealed class ReportingLine
{
    private readonly Dictionary<PersonId, PersonId> managerOf;

    public ReportingLine(MatchingRequest request)
    {
        managerOf = new(request.ReportingLine);
        foreach (var person in request.People)
        {
            if (person.ManagerId is { } manager)
            {
                managerOf.TryAdd(person.Id, manager);
            }
        }
    }

    public PersonId? ManagerOf(PersonId id) => managerOf.TryGetValue(id, out var manager) ? manager : null;

    /// <summary>The managers above somebody, the direct one first; a circle in the data ends where it closes.</summary>
    public IReadOnlyList<PersonId> Above(PersonId id, int depth)
    {
        var above = new List<PersonId>();
        for (var current = ManagerOf(id); current is { } manager && manager != id && above.Count < depth && !above.Contains(manager);)
        {
            above.Add(manager);
            current = ManagerOf(manager);
        }

        return above;
    }
}
