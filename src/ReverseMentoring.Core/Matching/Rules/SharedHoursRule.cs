using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>Enough time in common in a week to find a date at all, at stretches as long as a session: working hours, and early and late ones of those who would meet then.</summary>
internal sealed class SharedHoursRule(int minimumMinutes) : IRule
{
    public string Code => "shared-hours";

    public bool Excludes(Profile mentor, Profile mentee) => !mentor.Room.Suffices(mentee.Room, minimumMinutes);
}
