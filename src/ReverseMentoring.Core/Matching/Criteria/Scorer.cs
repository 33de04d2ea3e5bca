using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>A criterion's share in a score.</summary>
/// <param name="Amount">In the criterion's unit.</param>
/// <param name="Value">0…10000.</param>
/// <param name="Points">What it adds to the score of 0…10000.</param>
public sealed record CriterionPart(string Criterion, int Amount, string Unit, int Value, int Weight, int Points);

/// <summary>The weighted mean of the criteria, 0…10000.</summary>
internal sealed class Scorer
{
    private readonly ICriterion[] criteria;
    private readonly int[] weights;
    private readonly int sum;

    public Scorer(MatchingPolicy policy)
    {
        var used = CriteriaCatalogue.For(policy)
            .Select(criterion => (criterion, weight: policy.Weights.GetValueOrDefault(criterion.Code, criterion.DefaultWeight)))
            .Where(entry => entry.weight > 0)
            .ToArray();
        criteria = [.. used.Select(entry => entry.criterion)];
        weights = [.. used.Select(entry => entry.weight)];
        sum = Math.Max(1, weights.Sum());
    }

    /// <summary>0…10000.</summary>
    public int Score(Profile mentor, Profile mentee)
    {
        var weighted = 0L;
        for (var index = 0; index < criteria.Length; index++)
        {
            weighted += (long)weights[index] * criteria[index].Rate(mentor, mentee).Value;
        }

        return (int)(weighted / sum);
    }

    public IReadOnlyList<CriterionPart> Parts(Profile mentor, Profile mentee) =>
    [
        .. criteria.Select((criterion, index) =>
        {
            var reading = criterion.Rate(mentor, mentee);
            var points = (int)((long)weights[index] * reading.Value / sum);
            return new CriterionPart(criterion.Code, reading.Amount, criterion.Unit, reading.Value, weights[index], points);
        }),
    ];
}
