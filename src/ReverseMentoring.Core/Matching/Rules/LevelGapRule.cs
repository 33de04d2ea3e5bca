using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>The mentee stands at least so many levels above the mentor.</summary>
internal sealed class LevelGapRule(int? minimum) : IRule
{
    public string Code => "level-gap";

    public bool Excludes(Profile mentor, Profile mentee) =>
        minimum is { } least && mentee.Level - mentor.Level < least;
}
