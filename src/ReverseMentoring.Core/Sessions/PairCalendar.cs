using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Sessions;

/// <summary>
/// Makes calendars say what a pair's rows say, after these are stored: books, moves, cancels. Each event is a named effect:
/// its row is there before the calendar is asked, and after an unknown outcome the same name is asked for again.
/// </summary>
public sealed class PairCalendar(IStore store, CohortCalendars calendars, TimeProvider clock, IEventWriter? writer = null)
{
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    /// <param name="cohortId">Whose pair it is.</param>
    /// <param name="pairId">Running or over.</param>
    /// <param name="cancel">Cancels between calls.</param>
    /// <returns>When to try again; null: all stands as it should.</returns>
    public Task<DateTimeOffset?> Settle(string cohortId, string pairId, CancellationToken cancel) =>
        Settle(cohortId, pairId, clears: false, cancel);

    /// <summary>Takes out all that is still to come, whatever the pair's rows say; else as <see cref="Settle(string, string, CancellationToken)"/>.</summary>
    public Task<DateTimeOffset?> Clear(string cohortId, string pairId, CancellationToken cancel) =>
        Settle(cohortId, pairId, clears: true, cancel);

    private async Task<DateTimeOffset?> Settle(string cohortId, string pairId, bool clears, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohortId);
        if ((await store.Read<Cohort>(partition, Rows.Cohort, cancel))?.Value is not { } cohort || calendars.Of(cohort) is not { } calendar)
        {
            return null;
        }

        var scene = await Read(cohort, pairId, cancel);
        if (scene is null)
        {
            return null;
        }

        scene = clears ? scene with { Wanted = [] } : await Name(scene, cancel);
        foreach (var row in scene.Events)
        {
            var now = clock.GetUtcNow();
            try
            {
                await Write(partition, row, await Settle(calendar, scene, row.Value, cancel), cancel);
            }
            catch (CalendarException refused)
            {
                await NoteFailure(partition, scene, scene.Events.SkipWhile(one => one != row), refused, cancel);
                return now + ((refused as CalendarBusyException)?.RetryAfter ?? AfterRefusal);
            }
        }

        return null;
    }

    /// <summary>Why the first was refused, and since when those that are left are no longer wanted.</summary>
    private async Task NoteFailure(
        string partition, Scene scene, IEnumerable<Stored<SessionEventRow>> left, CalendarException refused, CancellationToken cancel)
    {
        var problem = refused is CalendarBusyException ? null : refused.Code;
        foreach (var row in left)
        {
            var unwanted = scene.Wants(row.Value) ? null : row.Value.UnwantedSince ?? (DateTimeOffset?)clock.GetUtcNow();
            await Write(partition, row, row.Value with { Problem = problem ?? row.Value.Problem, UnwantedSince = unwanted }, cancel);
            problem = null;
        }
    }

    /// <returns>The row as it is then; null where nothing is left in any calendar to look after.</returns>
    private async Task<SessionEventRow?> Settle(ICalendar calendar, Scene scene, SessionEventRow row, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (scene.Wanted.FirstOrDefault(session => session.Number == row.Number) is not { } session)
        {
            if (row.Time.Start > now)
            {
                var id = row.Id ?? (await calendar.BookAsync(await Describe(scene, row, null, cancel), cancel)).Id;
                await calendar.CancelAsync(new(id, row.Organizer), writer?.Cancelled(scene.Cohort) ?? "", cancel);
            }

            return null;
        }

        if (row.Id is null)
        {
            var booked = await calendar.BookAsync(await Describe(scene, row, session, cancel), cancel);
            row = row with { Id = booked.Id, JoinUrl = booked.JoinUrl, LookedAt = now, Problem = null, UnwantedSince = null };
        }

        if (row.Sequence == session.Sequence)
        {
            return row with { Problem = null, UnwantedSince = null };
        }

        if (!await calendar.MoveAsync(new(row.Id!, row.Organizer), session.Time, cancel))
        {
            // Somebody took it out: it is booked anew, under another name.
            row = row with { Id = null, Name = NameOf(scene, session), Time = session.Time, Sequence = session.Sequence };
            var booked = await calendar.BookAsync(await Describe(scene, row, session, cancel), cancel);
            row = row with { Id = booked.Id, JoinUrl = booked.JoinUrl };
        }

        return row with { Time = session.Time, Sequence = session.Sequence, LookedAt = now, Problem = null, UnwantedSince = null };
    }

    /// <summary>Writes down each event that is wanted and has no row yet, before any calendar hears of it.</summary>
    private async Task<Scene> Name(Scene scene, CancellationToken cancel)
    {
        var missing = scene.Wanted.Where(session => scene.Events.All(row => row.Value.Number != session.Number)).ToArray();
        if (missing.Length == 0)
        {
            return scene;
        }

        await store.Write(Rows.Partition(scene.Cohort.Id), [.. missing.Select(session => Documents.Insert(
            SessionEventRow.KeyOf(scene.Pair.Id, session.Number),
            new SessionEventRow
            {
                Number = session.Number,
                Name = NameOf(scene, session),
                Organizer = Organizer(scene),
                Time = session.Time,
                Sequence = session.Sequence,
            }))], cancel);
        return (await Read(scene.Cohort, scene.Pair.Id, cancel))!;
    }

    private async Task<Scene?> Read(Cohort cohort, string pairId, CancellationToken cancel)
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

        var now = clock.GetUtcNow();
        var runs = pair.Value.Status is PairStatus.Running && state?.Value.Status is CycleStatus.Running or CycleStatus.Paused;
        var sessions = runs ? await book.Sessions(pairId, cancel).Select(session => session.Value).ToListAsync(cancel) : [];
        return new(
            cohort, pair.Value, mentee.Value, mentor.Value,
            [.. sessions.Where(session => session.HasTime && session.Time.Start > now)], events);
    }

    private async Task<SessionEvent> Describe(Scene scene, SessionEventRow row, Session? session, CancellationToken cancel)
    {
        var told = session ?? new Session { Pair = scene.Pair.Id, Number = row.Number, Time = row.Time, FirstTime = row.Time };
        var text = writer is null
            ? new($"{scene.Mentee.Name}, {scene.Mentor.Name}", [], [])
            : await writer.Write(scene.Cohort, scene.Pair, told, scene.Mentee, scene.Mentor, cancel);

        // Who has been erased meanwhile has no address any more.
        var attendees = new[] { Of(scene.Mentee), Of(scene.Mentor) }.Where(person => person.Address.Length > 0);
        return new(row.Name, row.Time, row.Organizer, [.. attendees], text.Subject)
        {
            Agenda = text.Agenda,
            Topics = text.Topics,
        };
    }

    private async Task Write(string partition, Stored<SessionEventRow> row, SessionEventRow? next, CancellationToken cancel)
    {
        if (next != row.Value)
        {
            await store.Write(partition, [next is null ? row.Delete() : row.Replace(next)], cancel);
        }
    }

    private static string NameOf(Scene scene, Session session) =>
        Names.Of("event", scene.Cohort.Id, scene.Pair.Id, $"s{session.Number}", $"q{session.Sequence}");

    private static CalendarPerson? Organizer(Scene scene) => scene.Cohort.Settings.Calendar.Organizer switch
    {
        EventOrganizer.Mentor => Of(scene.Mentor),
        EventOrganizer.Mentee => Of(scene.Mentee),
        _ => null,
    };

    private static CalendarPerson Of(Person person) => new(person.Id, person.Email, person.Name);

    /// <param name="Wanted">Sessions that are to stand in the calendars.</param>
    private sealed record Scene(
        Cohort Cohort, Pair Pair, Person Mentee, Person Mentor, IReadOnlyList<Session> Wanted, IReadOnlyList<Stored<SessionEventRow>> Events)
    {
        public bool Wants(SessionEventRow row) => Wanted.Any(session => session.Number == row.Number);
    }
}
