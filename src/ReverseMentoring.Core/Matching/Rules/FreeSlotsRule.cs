using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Rules;

/// <summary>Enough common free slots for the session plan, where both calendars are known.</summary>
internal sealed class FreeSlotsRule(int minimum) : IRule
{
    public string Code => "free-slots";

    public bool Excludes(Profile mentor, Profile mentee) =>
        mentee.FreeSlots.Count > 0 && mentee.FreeSlots.TryGetValue(mentor.Node, out var slots) && slots < minimum;
}
