namespace ReverseMentoring.Core.Matching.Profiles;

/// <summary>Who reports to whom, for everybody on the roster.</summary>
internal sealed class ReportingLine
{
    private readonly Dictionary<string, string> managerOf;

    public ReportingLine(MatchingRequest request)
    {
        managerOf = new(request.ReportingLine, StringComparer.Ordinal);
        foreach (var person in request.People.Where(person => !string.IsNullOrEmpty(person.ManagerId)))
        {
            managerOf.TryAdd(person.Id, person.ManagerId!);
        }
    }

    public string? ManagerOf(string id) => managerOf.GetValueOrDefault(id);

    /// <summary>The managers above somebody, the direct one first; a circle in the data ends where it closes.</summary>
    public IReadOnlyList<string> Above(string id, int depth)
    {
        var above = new List<string>();
        var current = ManagerOf(id);
        while (current is not null && current != id && above.Count < depth && !above.Contains(current))
        {
            above.Add(current);
            current = ManagerOf(current);
        }

        return above;
    }
}
