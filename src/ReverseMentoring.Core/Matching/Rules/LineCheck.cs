using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>Power stays out of it: which pairs stand in one reporting line, whatever else speaks for them.</summary>
public static class LineCheck
{
    private static readonly IRule[] Rules = [new ReportingLineRule(), new SharedManagerRule()];

    /// <param name="line">Person to manager, for everybody on the roster.</param>
    /// <param name="policy">Says how many steps of the line count.</param>
    /// <param name="pairs">Pairs that are, or are to be.</param>
    public static IReadOnlyList<PairIds> Crossed(IReadOnlyDictionary<PersonId, PersonId> line, MatchingPolicy policy, IReadOnlyCollection<PairIds> pairs)
    {
        var builder = new ProfileBuilder(new() { People = [], Policy = policy, ReportingLine = line });
        return
        [
            .. pairs.Where(pair =>
            {
                var mentor = builder.Build(new() { Id = pair.Mentor, Role = Vocabulary.Role.Mentor });
                var mentee = builder.Build(new() { Id = pair.Mentee, Role = Vocabulary.Role.Mentee });
                return Rules.Any(rule => rule.Excludes(mentor, mentee));
            }),
        ];
    }
}
