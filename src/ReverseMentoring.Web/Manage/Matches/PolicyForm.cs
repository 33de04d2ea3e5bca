using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>Weights and rules as fields of a form.</summary>
internal static class PolicyForm
{
    private const int MostWeight = 1000;
    private const int MinutesOfAWeek = 7 * 24 * 60;

    /// <summary>No gap is asked for.</summary>
    private const string AnyGap = "";

    public static FormState ToState(MatchingPolicy policy) => FormState.FromValues(
    [
        .. CriteriaCatalogue.All.Select(criterion => Pair($"weight.{criterion.Code}", policy.Weights.GetValueOrDefault(criterion.Code, criterion.DefaultWeight))),
        Pair("minimumScore", policy.MinimumScore / 100), Pair("reportingDepth", policy.ReportingDepth == MatchingPolicy.WholeLine ? 0 : policy.ReportingDepth),
        KeyValuePair.Create("minimumLevelGap", new StringValues(policy.MinimumLevelGap?.ToString(CultureInfo.InvariantCulture) ?? AnyGap)),
        Pair("minimumSharedMinutes", policy.MinimumSharedMinutes),
        KeyValuePair.Create("requireSharedLanguage", new StringValues(policy.RequireSharedLanguage ? "true" : null)),
        .. policy.Circles is { } circles ? [Pair("smallestSize", circles.SmallestSize), Pair("largestSize", circles.LargestSize)] : Array.Empty<KeyValuePair<string, StringValues>>(),
    ]);

    /// <returns>The policy, or what is wrong with it.</returns>
    public static (MatchingPolicy Policy, IReadOnlyList<FieldError> Errors) ReadPolicy(ManagerContext context, MatchingPolicy before, IEnumerable<KeyValuePair<string, StringValues>> sent)
    {
        var values = sent.ToDictionary(pair => pair.Key, pair => pair.Value.ToString().Trim(), StringComparer.Ordinal);
        var errors = new List<FieldError>();
        var weights = CriteriaCatalogue.All.ToDictionary(
            criterion => criterion.Code, criterion => Number($"weight.{criterion.Code}", 0, MostWeight), StringComparer.Ordinal);
        var depth = Number("reportingDepth", 0, 50);
        if (depth == 1)
        {
            errors.Add(new("reportingDepth", context.Say("WhatIf.Depth")));
        }

        var policy = before with
        {
            Weights = weights,
            MinimumScore = Number("minimumScore", 1, 100) * 100,
            ReportingDepth = depth == 0 ? MatchingPolicy.WholeLine : depth,
            MinimumLevelGap = values.GetValueOrDefault("minimumLevelGap", AnyGap) == AnyGap ? null : Number("minimumLevelGap", -50, 50),
            MinimumSharedMinutes = Number("minimumSharedMinutes", 0, MinutesOfAWeek),
            RequireSharedLanguage = values.GetValueOrDefault("requireSharedLanguage") == "true",
            Circles = before.Circles is null ? null : Sizes(),
        };
        if (errors.Count == 0 && weights.Values.Sum() == 0)
        {
            errors.Add(new($"weight.{CriteriaCatalogue.All[0].Code}", context.Say("WhatIf.NoWeight")));
        }

        return (policy, errors);

        CirclePolicy Sizes()
        {
            var sizes = new CirclePolicy
            {
                SmallestSize = Number("smallestSize", CirclePolicy.Fewest, CirclePolicy.Most), LargestSize = Number("largestSize", CirclePolicy.Fewest, CirclePolicy.Most),
            };
            if (sizes.SmallestSize > sizes.LargestSize)
            {
                errors.Add(new("largestSize", context.Say("WhatIf.Sizes")));
            }

            return sizes;
        }

        int Number(string name, int least, int most)
        {
            if (int.TryParse(values.GetValueOrDefault(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
            {
                return number;
            }

            errors.Add(new(name, context.Say("WhatIf.Number", ("least", context.Number(least)), ("most", context.Number(most)))));
            return Math.Max(least, 2);
        }
    }

    private static KeyValuePair<string, StringValues> Pair(string name, int value) =>
        KeyValuePair.Create(name, new StringValues(value.ToString(CultureInfo.InvariantCulture)));
}
