using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
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
    public static bool CanGoOn(MeetingContext context) => CanGoOn(
        RolesOf(context.Meeting.Members), context.Cohort, SeriesLength.TakesNewcomers(context.Cohort, context.State, context.Now));

    /// <param name="members">Their roles.</param>
    /// <param name="cohort">Whose circle it is.</param>
    /// <param name="takesNewcomers">There is time to find places elsewhere.</param>
    public static bool CanGoOn(IReadOnlyCollection<Role> members, Cohort cohort, bool takesNewcomers) =>
        members.Count >= (takesNewcomers ? cohort.Settings.Matching.Circles!.SmallestSize : FewestAtSession) && AreBothSides(members);

    /// <summary>At least half of them, of both sides, and never fewer than three: then a session is worth holding.</summary>
    public static bool Suffices(Meeting circle, IReadOnlyCollection<PersonId> people) =>
        Suffices(circle.Members.Count, RolesOf(circle.Members.Where(member => people.Contains(member.Person))));

    /// <param name="members">How many they are.</param>
    /// <param name="present">The roles of those who come.</param>
    public static bool Suffices(int members, IReadOnlyCollection<Role> present) =>
        present.Count >= Math.Min(members, Math.Max(FewestAtSession, (members + 1) / 2)) && AreBothSides(present);

    private static Role[] RolesOf(IEnumerable<Presenter> members) => [.. members.Select(member => member.Role)];

    private static bool AreBothSides(IReadOnlyCollection<Role> roles) => roles.Contains(Role.Mentor) && roles.Contains(Role.Mentee);
}
