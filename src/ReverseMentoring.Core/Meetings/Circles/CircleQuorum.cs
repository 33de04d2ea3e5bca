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
        members.Count >= (takesNewcomers ? cohort.Settings.Matching.Circles!.SmallestSize : Quorum.Fewest) && AreBothSides(members);

    /// <summary>See <see cref="Quorum"/>.</summary>
    public static bool Suffices(Meeting circle, IReadOnlyCollection<PersonId> people) =>
        RolesOf(circle.Members.Where(member => people.Contains(member.Person))) is var present && AreBothSides(present) && Quorum.IsReached(RolesOf(circle.Members), present);

    private static Role[] RolesOf(IEnumerable<Presenter> members) => [.. members.Select(member => member.Role)];

    private static bool AreBothSides(IReadOnlyCollection<Role> roles) => roles.Contains(Role.Mentor) && roles.Contains(Role.Mentee);
}
