using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>A cohort that can be started: all defaults filled in, all people read.</summary>
public sealed record CohortPlan(CohortSettings Settings, IReadOnlyList<RosterEntry> Roster)
{
    private static readonly Func<string, PersonId?> ByAddress = address => new PersonId(address);

    /// <summary>To look at only: ids are drawn when the cohort starts, until then everybody's address stands for it.</summary>
    public IReadOnlyList<Person> People { get; } = Participants(Roster, Settings, ByAddress);

    /// <summary>The same for those who take no part.</summary>
    public IReadOnlyList<LineManager> Line { get; } = Managers(Roster, ByAddress);

    /// <summary>Public holidays of its people.</summary>
    public IReadOnlyList<DateRange> Holidays => field ??= KnownHolidays.All(People, Settings);

    /// <summary>On which days work is done, where its people are.</summary>
    public WorkingDays Days => field ??= new(Settings.Closed, Holidays);

    /// <summary>A better first day than the one that was chosen; null: that one is good.</summary>
    public DateOnly? Better => Days.IsWorkday(Settings.Start) ? null : FirstDays.Propose(Settings.Start, Days, Settings.Phases);

    public int Mentors => People.Count(person => person.Role is Role.Mentor);

    public int Mentees => People.Count(person => person.Role is Role.Mentee);

    /// <summary>As many pairs as capacities allow.</summary>
    public int MostPairs => Math.Min(Places(Role.Mentor), Places(Role.Mentee));

    public int Places(Role role) => People.Where(person => person.Role == role).Sum(person => person.Capacity);

    public IReadOnlyList<Person> PeopleWith(Func<string, PersonId?> ids) => Participants(Roster, Settings, ids);

    public IReadOnlyList<LineManager> LineWith(Func<string, PersonId?> ids) => Managers(Roster, ids);

    private static IReadOnlyList<Person> Participants(IReadOnlyList<RosterEntry> roster, CohortSettings settings, Func<string, PersonId?> ids) =>
        [.. roster.Where(entry => entry.TakesPart).Select(entry => entry.ToPerson(ids, settings.TimeZone, settings.Language))];

    private static IReadOnlyList<LineManager> Managers(IReadOnlyList<RosterEntry> roster, Func<string, PersonId?> ids) =>
        [.. roster.Where(entry => !entry.TakesPart).Select(entry => entry.ToLineManager(ids))];
}
