using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Sessions;

/// <summary>A pair with what is to stand in the calendars, and what does as far as we know.</summary>
/// <param name="Wanted">Sessions that are to stand there.</param>
internal sealed record CalendarScene(
    Cohort Cohort, Pair Pair, Person Mentee, Person Mentor, IReadOnlyList<Session> Wanted, IReadOnlyList<Stored<SessionEventRow>> Events)
{
    /// <summary>As the cohort sets it; null: the product's own mailbox.</summary>
    public CalendarPerson? Organizer => Cohort.Settings.Calendar.Organizer switch
    {
        EventOrganizer.Mentor => Of(Mentor),
        EventOrganizer.Mentee => Of(Mentee),
        _ => null,
    };

    /// <summary>Who has been erased meanwhile has no address any more.</summary>
    public IReadOnlyList<CalendarPerson> Attendees => [.. new[] { Of(Mentee), Of(Mentor) }.Where(person => person.Address.Length > 0)];

    public bool Wants(SessionEventRow row) => Wanted.Any(session => session.Number == row.Number);

    public string NameOf(Session session) => Names.Of("event", Cohort.Id, Pair.Id, $"s{session.Number}", $"q{session.Sequence}");

    /// <returns>Null where there is nothing to do in any calendar.</returns>
    public static async Task<CalendarScene?> Read(IStore store, Cohort cohort, string pairId, DateTimeOffset now, CancellationToken cancel)
    {
        var (partition, book) = (Rows.Partition(cohort.Id), new PairBook(store, cohort.Id));
        var state = await store.Read<CycleState>(partition, Rows.State, cancel);
        var pair = await book.Find(pairId, cancel);
        var events = await store.Query<SessionEventRow>(partition, KeyRange.Prefix(SessionEventRow.KeysOf(pairId)), cancel).ToListAsync(cancel);
        if (pair is null || (pair.Value.Status is not PairStatus.Running && events.Count == 0))
        {
            return null;
        }

        var mentee = await store.Read<Person>(partition, Rows.Person + pair.Value.Mentee, cancel);
        var mentor = await store.Read<Person>(partition, Rows.Person + pair.Value.Mentor, cancel);
        if (mentee is null || mentor is null)
        {
            return null;
        }

        var runs = pair.Value.Status is PairStatus.Running && state?.Value.Status is CycleStatus.Running or CycleStatus.Paused;
        var sessions = runs ? await book.Sessions(pairId, cancel).Select(session => session.Value).ToListAsync(cancel) : [];
        return new(
            cohort, pair.Value, mentee.Value, mentor.Value,
            [.. sessions.Where(session => session.HasTime && session.Time.Start > now)], events);
    }

    private static CalendarPerson Of(Person person) => new(person.Id, person.Email, person.Name);
}
