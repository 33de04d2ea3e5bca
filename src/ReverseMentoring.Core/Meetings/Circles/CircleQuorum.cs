using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Circles;

/// <summary>How many a circle needs: to exist, and for one session.</summary>
internal static class CircleQuorum
{
    /// <summary>Three can still talk with each other; two are a pair.</summary>
    private const int FewestAtSession = 3;

    /// <summary>
    /// Whether a circle can go on with those who are in it. While there is time to find places elsewhere it needs the size that
    /// the cohort asks for; later nobody could be placed any more, and it goes on with those who are left.
    /// </summary>
    public static bool CanGoOn(MeetingContext context)
    {
        var fewest = SeriesLength.TakesNewcomers(context.Cohort, context.State, context.Now) ? context.Cohort.Settings.Matching.Circles!.SmallestSize : FewestAtSession;
        return context.Meeting.Members.Count >= fewest && HasBothSides(context.Meeting.Members);
    }

    /// <summary>At least half of them, of both sides, and never fewer than three: then a session is worth holding.</summary>
    public static bool Suffices(Meeting circle, IReadOnlyCollection<PersonId> people)
    {
        var present = circle.Members.Where(member => people.Contains(member.Person)).ToArray();
        return present.Length >= Math.Min(circle.Members.Count, Math.Max(FewestAtSession, (circle.Members.Count + 1) / 2)) && HasBothSides(present);
    }

    private static bool HasBothSides(IReadOnlyCollection<Presenter> members) =>
        members.Any(member => member.Role is Role.Mentor) && members.Any(member => member.Role is Role.Mentee);
}
