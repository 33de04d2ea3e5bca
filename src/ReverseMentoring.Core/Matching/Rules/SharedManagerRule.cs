using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>Two who report to the same person compete before that person.</summary>
internal sealed class SharedManagerRule : IRule
{
    public string Code => "shared-manager";

    public bool Excludes(Profile mentor, Profile mentee) => mentor.Manager >= 0 && mentor.Manager == mentee.Manager;
}
