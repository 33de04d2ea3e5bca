using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Calendars;

/// <summary>A meeting with what is to stand in the calendars, and what does as far as we know.</summary>
/// <param name="People">All who are in it, leaders first.</param>
/// <param name="Wanted">Sessions that are to stand there.</param>
/// <param name="Known">By id, who is in it and who was invited before.</param>
internal sealed record CalendarPlan(
    Cohort Cohort, Meeting Meeting, IReadOnlyList<Person> People, IReadOnlyList<Session> Wanted, IReadOnlyList<Stored<SessionEventRow>> Events,
    IReadOnlyDictionary<PersonId, Person> Known)
{
    /// <summary>As the cohort sets it, in a circle the first of that side; null: the product's own mailbox.</summary>
    public CalendarPerson? Organizer => Cohort.Settings.Calendar.Organizer switch
    {
        EventOrganizer.Mentor => First(Role.Mentor),
        EventOrganizer.Mentee => First(Role.Mentee),
        _ => null,
    };

    public Session? FindWanted(SessionEventRow row) => Wanted.FirstOrDefault(session => session.Number == row.Number);

    /// <summary>Ids of those who come to a session.</summary>
    public IReadOnlyList<PersonId> AttendeesOf(Session session) => [.. People.Select(person => person.Id).Where(person => !session.Misses(person))];

    /// <summary>Who has been erased meanwhile has no address any more.</summary>
    public IReadOnlyList<CalendarPerson> Addressed(IEnumerable<PersonId> people) =>
        [.. people.Select(Known.GetValueOrDefault).OfType<Person>().Where(person => person.Email.Length > 0).Select(InCalendar)];

    /// <summary>Another where a session has been given up in the calendar and is booked again, or stands in somebody else's.</summary>
    public string NameOf(Session session) => Organizer is { } organizer
        ? Names.Join("event", Cohort.Id.Value, Meeting.Id.Value, $"s{session.Number}", $"q{session.Sequence}", organizer.Id.Value)
        : Names.Join("event", Cohort.Id.Value, Meeting.Id.Value, $"s{session.Number}", $"q{session.Sequence}");

    /// <summary>The row of an event that no calendar has heard of.</summary>
    public SessionEventRow NewRow(Session session) => new()
    {
        Meeting = Meeting.Id,
        Number = session.Number,
        Name = NameOf(session),
        Organizer = Organizer,
        Attendees = AttendeesOf(session),
        Time = session.Time,
        Sequence = session.Sequence,
    };

    /// <returns>Null where there is nothing to do in any calendar.</returns>
    public static async Task<CalendarPlan?> Load(IStore store, Cohort cohort, MeetingId meetingId, DateTimeOffset now, CancellationToken cancel)
    {
        var (partition, repository) = (Rows.Partition(cohort.Id), new MeetingRepository(store, cohort.Id));
        var state = await store.ReadState(cohort.Id, cancel);
        var meeting = (await repository.Find(meetingId, cancel))?.Value;
        var events = await repository.Events(meetingId, cancel).ToListAsync(cancel);
        if (meeting is null || (meeting.Status is not MeetingStatus.Running && events.Count == 0))
        {
            return null;
        }

        var known = new Dictionary<PersonId, Person>();
        foreach (var id in meeting.People.Union(events.SelectMany(row => row.Value.Attendees)))
        {
            if (await store.Read<Person>(partition, Rows.Person + id, cancel) is { } person)
            {
                known.Add(id, person.Value);
            }
        }

        var runs = meeting.Status is MeetingStatus.Running && state?.Value.Status is CycleStatus.Running or CycleStatus.Paused;
        var sessions = runs ? await repository.Sessions(meetingId, cancel).Select(session => session.Value).ToListAsync(cancel) : [];
        return new(
            cohort, meeting,
            [.. meeting.People.Select(known.GetValueOrDefault).OfType<Person>().OrderBy(person => person.Role is not Role.Mentee).ThenBy(person => person.Id)],
            [.. sessions.Where(session => session.HasTime && session.Time.Start > now)], events, known);
    }

    private CalendarPerson? First(Role role) =>
        People.FirstOrDefault(person => person.Role == role && person.Email.Length > 0) is { } person ? InCalendar(person) : null;

    private static CalendarPerson InCalendar(Person person) => new(person.Id, person.Email, person.Name);
}
