using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts;
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

        var scene = await CalendarScene.Read(store, cohort, pairId, clock.GetUtcNow(), cancel);
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
        string partition, CalendarScene scene, IEnumerable<Stored<SessionEventRow>> left, CalendarException refused, CancellationToken cancel)
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
    private async Task<SessionEventRow?> Settle(ICalendar calendar, CalendarScene scene, SessionEventRow row, CancellationToken cancel)
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
            row = row with { Id = null, Name = scene.NameOf(session), Time = session.Time, Sequence = session.Sequence };
            var booked = await calendar.BookAsync(await Describe(scene, row, session, cancel), cancel);
            row = row with { Id = booked.Id, JoinUrl = booked.JoinUrl };
        }

        return row with { Time = session.Time, Sequence = session.Sequence, LookedAt = now, Problem = null, UnwantedSince = null };
    }

    /// <summary>Writes down each event that is wanted and has no row yet, before any calendar hears of it.</summary>
    private async Task<CalendarScene> Name(CalendarScene scene, CancellationToken cancel)
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
                Name = scene.NameOf(session),
                Organizer = scene.Organizer,
                Time = session.Time,
                Sequence = session.Sequence,
            }))], cancel);
        return (await CalendarScene.Read(store, scene.Cohort, scene.Pair.Id, clock.GetUtcNow(), cancel))!;
    }

    private async Task<SessionEvent> Describe(CalendarScene scene, SessionEventRow row, Session? session, CancellationToken cancel)
    {
        var told = session ?? new Session { Pair = scene.Pair.Id, Number = row.Number, Time = row.Time, FirstTime = row.Time };
        var text = writer is null
            ? new($"{scene.Mentee.Name}, {scene.Mentor.Name}", [], [])
            : await writer.Write(scene.Cohort, scene.Pair, told, scene.Mentee, scene.Mentor, cancel);
        return new(row.Name, row.Time, row.Organizer, scene.Attendees, text.Subject)
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
}
