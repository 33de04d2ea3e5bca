using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>The manager's own no.</summary>
internal sealed class ForbiddenRule : IRule
{
    public string Code => "forbidden";

    public bool Excludes(Profile mentor, Profile mentee) => mentee.Forbidden.AsSpan().Contains(mentor.Node);
}
