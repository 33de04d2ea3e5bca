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
    public bool Suffice(IReadOnlyList<MemberHours> group)
    {
        var worth = WorthHolding(group);
        return group.Select(one => one.Hours).Distinct().All(hours => AreEnough(hours.Within(worth)));
    }

    public bool SufficeFor(MemberHours one, IReadOnlyList<MemberHours> group) => AreEnough(one.Hours.Within(WorthHolding(group)));

    /// <summary>The time in which so many of them work that a session is worth holding.</summary>
    private static WeeklyHours WorthHolding(IReadOnlyList<MemberHours> group) => group.GroupBy(one => one.Role, one => one.Hours).Aggregate(
        WeeklyHours.OfAtLeast(Quorum.Of(group.Count), group.Select(one => one.Hours)), (worth, side) => worth.Within(WeeklyHours.OfAtLeast(1, side)));

    private bool AreEnough(WeeklyHours hours) => minimumMinutes == 0 || hours.MinutesFor(sessionMinutes) >= minimumMinutes;
}
