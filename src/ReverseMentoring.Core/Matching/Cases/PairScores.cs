using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Cases;

/// <summary>Scores without rules, 0…10000, by the place of mentors and mentees in the order of their ids.</summary>
public sealed class PairScores
{
    private readonly Scorer scorer;
    private readonly Profile[] mentors;
    private readonly Profile[] mentees;

    private PairScores(MatchingCase matching) =>
        (scorer, mentors, mentees) = (matching.Check.Scorer, matching.Mentors, matching.Mentees);

    public static PairScores For(MatchingRequest request) => new(new MatchingCase(request));

    public int Score(int mentor, int mentee) => scorer.Score(mentors[mentor], mentees[mentee]);
}
