using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>Enough common free slots for a session, where both calendars are known.</summary>
internal sealed class FreeSlotsRule(int minimum) : IRule
{
    public string Code => "free-slots";

    public bool Excludes(Profile mentor, Profile mentee) =>
        mentor.FreeTime is { } one && mentee.FreeTime is { } other && !one.Shares(other, minimum);
}
