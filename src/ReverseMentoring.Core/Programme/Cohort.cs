using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>A cohort as it was started. What happens to it is in <see cref="Programme.CycleState"/>.</summary>
[Kept(Rows.Cohort, KeptFor.Steering, ReadBy.Manager, KeptUntil.Stays)]
public sealed record Cohort(CohortId Id, CohortSettings Settings, DateTimeOffset CreatedAt)
{
    /// <summary>People meet in circles and not in pairs.</summary>
    public bool HasCircles => Settings.Matching.Circles is not null;

    /// <summary>Of how many people what is shown of their answers is at least: never fewer than <see cref="GroupSizes.Least"/>, whatever a row says.</summary>
    public int MinimumGroup => Math.Max(Settings.MinimumGroup, GroupSizes.Least);

    public Zone Zone => Zone.Find(Settings.TimeZone);

    /// <summary>The end of the day that lies so many days after a moment: where a deadline lies.</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset from, int days)
    {
        var zone = Zone;
        return zone.EndOf(zone.DateAt(from).AddDays(days));
    }
}
