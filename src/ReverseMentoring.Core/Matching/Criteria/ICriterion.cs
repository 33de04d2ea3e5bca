using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>One reason for a pair.</summary>
public interface ICriterion
{
    /// <summary>Name in policies, results and resource files.</summary>
    string Code { get; }

    /// <summary>What <see cref="Reading.Amount"/> counts.</summary>
    string Unit { get; }

    int DefaultWeight { get; }

    Reading Rate(Profile mentor, Profile mentee);
}

/// <param name="Amount">In the criterion's unit.</param>
/// <param name="Value">How good that is, 0…10000.</param>
public readonly record struct Reading(int Amount, int Value);
