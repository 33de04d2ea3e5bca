using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Core.Matching.Apart;

/// <summary>The order in which a problem's entries are drawn.</summary>
internal sealed class EntryRanks(MatchingCase matching, AssignmentProblem problem, PairHash hash)
{
    private readonly ulong[] mentors = [.. matching.Mentors.Select(mentor => PairHash.WordOf(mentor.Id))];
    private readonly ulong[] mentees = [.. matching.Mentees.Select(mentee => PairHash.WordOf(mentee.Id))];

    public List<int> Below(ulong limit)
    {
        var found = new List<int>();
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
            {
                if (hash.Of(mentors[problem.Mentor[entry]], mentees[mentee]) < limit)
                {
                    found.Add(entry);
                }
            }
        }

        return [.. Sort(found)];
    }

    public IReadOnlyList<int> Sort(IEnumerable<int> entries) =>
        [.. entries.OrderBy(entry => hash.Of(mentors[problem.Mentor[entry]], mentees[problem.MenteeOf(entry)]))];
}
