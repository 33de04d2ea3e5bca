using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>Enough working time in common in a week to find a date at all.</summary>
internal sealed class SharedHoursRule(int minimumMinutes) : IRule
{
    public string Code => "shared-hours";

    public bool Excludes(Profile mentor, Profile mentee) => mentor.Hours.SharedMinutes(mentee.Hours) < minimumMinutes;
}
