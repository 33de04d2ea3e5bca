using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>What no weight can buy off.</summary>
public interface IRule
{
    /// <summary>Name in results and resource files.</summary>
    string Code { get; }

    bool Excludes(Profile mentor, Profile mentee);
}
