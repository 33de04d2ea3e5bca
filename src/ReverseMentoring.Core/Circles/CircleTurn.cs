using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Circles;

/// <summary>A circle's turn to step.</summary>
/// <param name="cohort">Whose circle it is.</param>
/// <param name="state">Where the cohort stands.</param>
/// <param name="circle">As it was.</param>
/// <param name="known">All who are in it, and those who are to come into it, by id.</param>
/// <param name="now">The moment.</param>
public sealed class CircleTurn(
    Cohort cohort, CycleState state, Stored<Circle> circle, IReadOnlyDictionary<string, Person> known, DateTimeOffset now)
    : MeetingTurn(cohort, state, now)
{
    public Circle Circle { get; set; } = circle.Value;

    public override string Id => Circle.Id;

    /// <summary>Those who are in it now, leaders first: they keep the calendar.</summary>
    public override IReadOnlyList<Person> People =>
    [
        .. Circle.Members.Select(member => known.GetValueOrDefault(member.Person)).OfType<Person>()
            .OrderBy(person => person.Role is not Role.Mentee).ThenBy(person => person.Id, StringComparer.Ordinal),
    ];

    /// <summary>Somebody looks for a place, or one has become free: the cohort is to hear of it.</summary>
    public bool Seeks { get; set; }

    public override IReadOnlyList<Change> Changes => [.. Circle == circle.Value ? [] : new[] { circle.Replace(Circle) }, .. base.Changes];

    public Person? Find(string person) => known.GetValueOrDefault(person);

    /// <summary>Invited to by mail, and so put into the calendars by whoever reads the mail.</summary>
    public override IEnumerable<Interval> InCalendars(string person, int besides) => Series
        .Where(session => session.HasTime && session.HasInvited(person) && session.Number != besides).Select(session => session.Time);

    /// <summary>Tells those in whose calendars it stands that it is not to be.</summary>
    public void Cancel(Session session, string detail)
    {
        foreach (var person in People.Where(person => person.IsActive && session.HasInvited(person.Id)))
        {
            Tell(person, MailKind.SessionCancelled, session.Number, session.Time.Start, detail);
        }
    }

    public override IEnumerable<Person> Expected(Session session) =>
        People.Where(person => session.Without?.Contains(person.Id) is not true);
}
