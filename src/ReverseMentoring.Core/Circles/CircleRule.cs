using ReverseMentoring.Core.Calendars.Planning;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.People;

namespace ReverseMentoring.Core.Circles;

/// <summary>How many a circle needs: to exist, and for one session.</summary>
public static class CircleRule
{
    /// <summary>Three can still talk with each other; two are a pair.</summary>
    private const int FewestAtSession = 3;

    /// <summary>
    /// Whether a circle can go on with these. While there is time to find places elsewhere it needs the size that the cohort
    /// asks for; later nobody could be placed any more, and it goes on with those who are left.
    /// </summary>
    public static bool CanGoOn(Cohort cohort, CycleState state, IReadOnlyCollection<Presenter> members, DateTimeOffset now)
    {
        var fewest = SessionsPhase.TakesNewcomers(cohort, state, now) ? cohort.Settings.Matching.Circles!.SmallestSize : FewestAtSession;
        return members.Count >= fewest && HasBothSides(members);
    }

    /// <summary>At least half of them, of both sides, and never fewer than three: then a session is worth holding.</summary>
    public static bool Suffices(Circle circle, IReadOnlyCollection<string> people)
    {
        var present = circle.Members.Where(member => people.Contains(member.Person)).ToArray();
        return present.Length >= Math.Min(circle.Members.Count, Math.Max(FewestAtSession, (circle.Members.Count + 1) / 2)) && HasBothSides(present);
    }

    /// <param name="circle">Whose session it is.</param>
    /// <param name="session">Its number; null: it does not matter who presents.</param>
    internal static AttendanceRule For(Circle circle, int? session) =>
        new(session is { } number ? circle.TurnOf(number)?.Presenter : null, people => Suffices(circle, people));

    private static bool HasBothSides(IReadOnlyCollection<Presenter> members) =>
        members.Any(member => member.Role is Role.Mentor) && members.Any(member => member.Role is Role.Mentee);
}
