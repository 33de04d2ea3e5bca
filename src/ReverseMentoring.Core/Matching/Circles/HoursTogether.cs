using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>One of those who are to meet.</summary>
internal readonly record struct MemberHours(WeeklyHours Hours, Role Role);

/// <summary>
/// Whether everybody of a group could come to its sessions: each needs minutes in a week at which so many others work too that a session is worth
/// holding. That every two have some in common is not enough: of a circle in three zones there may be no hour for any three.
/// </summary>
/// <param name="sessionMinutes">Shorter stretches are no use.</param>
/// <param name="minimumMinutes">Of a week, that each needs.</param>
internal sealed class HoursTogether(int sessionMinutes, int minimumMinutes)
{
    public bool Suffice(IReadOnlyList<MemberHours> group) =>
        AreEnough(WeeklyHours.CommonOf(group.Select(one => one.Hours))) || group.All(one => SufficeFor(one, group));

    public bool SufficeFor(MemberHours one, IReadOnlyList<MemberHours> group)
    {
        Role[] roles = [.. group.Select(member => member.Role)];
        return AreEnough(one.Hours.Where(quarter => Quorum.IsReached(roles, [.. group.Where(member => member.Hours.Has(quarter)).Select(member => member.Role)])));
    }

    private bool AreEnough(WeeklyHours hours) => minimumMinutes == 0 || hours.MinutesFor(sessionMinutes) >= minimumMinutes;
}
