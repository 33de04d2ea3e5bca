using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Solving;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Cases;

/// <summary>A pair that all rules allow, with its score.</summary>
/// <param name="Score">0…10000.</param>
public readonly record struct ScoredPair(PersonId Mentor, PersonId Mentee, int Score)
{
    /// <summary>All allowed pairs of a matching, by mentee and mentor: the input of the assignment, to be looked at or recounted.</summary>
    public static IEnumerable<ScoredPair> All(MatchingRequest request)
    {
        var matching = new MatchingCase(request);
        var problem = Candidates.ProblemOf(matching);
        for (var mentee = 0; mentee < matching.Mentees.Length; mentee++)
        {
            for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
            {
                yield return new(matching.Mentors[problem.Mentor[entry]].Id, matching.Mentees[mentee].Id, problem.Score[entry]);
            }
        }
    }
}
