using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>Whether a policy can be used: ranges, and that weights are of criteria that there are.</summary>
internal static class PolicyCheck
{
    private const int MinutesOfAWeek = 7 * 24 * 60;

    /// <summary>What is out of its range, each as the field and the range; empty when the policy can be used.</summary>
    public static IEnumerable<(string Field, string Problem)> Problems(this MatchingPolicy policy)
    {
        var known = CriteriaCatalogue.All.Select(criterion => criterion.Code).ToArray();
        var checks = new (bool Wrong, string Field, string Problem)[]
        {
            (policy.ReportingDepth < MatchingPolicy.LeastReportingDepth, nameof(policy.ReportingDepth), $"at least {MatchingPolicy.LeastReportingDepth}"),
            (policy.MinimumScore is < 1 or > Scale.Full, nameof(policy.MinimumScore), $"between 1 and {Scale.Full}"),
            (policy.MinimumSharedMinutes is < 0 or > MinutesOfAWeek, nameof(policy.MinimumSharedMinutes), $"between 0 and {MinutesOfAWeek}"),
            (policy.MinimumFreeSlots < 0, nameof(policy.MinimumFreeSlots), "at least 0"),
            (policy.Weights.Values.Any(weight => weight is < 0 or > 1000), nameof(policy.Weights), "between 0 and 1000 each"),
            (policy.Weights.Keys.Except(known).Any(), nameof(policy.Weights), $"by criterion, which are {string.Join(", ", known)}"),
            (policy.Circles?.IsPossible is false, nameof(policy.Circles), $"{CirclePolicy.Fewest} to {CirclePolicy.Most} people, the smallest size first"),
        };
        return checks.Where(check => check.Wrong).Select(check => (check.Field, check.Problem));
    }

    /// <exception cref="ArgumentException">A value out of its range; the message names it.</exception>
    public static MatchingPolicy Checked(this MatchingPolicy policy) => policy.Problems().FirstOrDefault() is ({ } field, var problem)
        ? throw new ArgumentException($"{field} is out of range: {problem}.", field)
        : policy;
}
