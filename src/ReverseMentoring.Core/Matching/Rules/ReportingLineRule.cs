using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>Nobody teaches or learns from somebody above or below them, down to the policy's depth.</summary>
internal sealed class ReportingLineRule : IRule
{
    public string Code => "reporting-line";

    public bool Excludes(Profile mentor, Profile mentee) =>
        mentor.Above.AsSpan().Contains(mentee.Node) || mentee.Above.AsSpan().Contains(mentor.Node);
}
