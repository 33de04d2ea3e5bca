using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>A language in common, where both have named theirs.</summary>
internal sealed class LanguageRule(bool required) : IRule
{
    public string Code => "language";

    public bool Excludes(Profile mentor, Profile mentee) =>
        required
        && mentor.Languages.Length > 0
        && mentee.Languages.Length > 0
        && mentor.Languages.AsSpan().IndexOfAny(mentee.Languages) < 0;
}
