using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Core.Meetings.Calendars;

/// <summary>Makes one event of a calendar say what its session says. Each call may be repeated after any failure.</summary>
internal sealed class EventSettling(ICalendar calendar, CalendarPlan plan, IEventWriter? writer, TimeProvider clock)
{
    /// <returns>The row as it is then; null where nothing is left in any calendar to look after.</returns>
    public async Task<SessionEventRow?> Settle(SessionEventRow row, CancellationToken cancel)
    {
        var (now, before) = (clock.GetUtcNow(), row);
        if (plan.FindWanted(row) is not { } session)
        {
            await TakeOut(row, cancel);
            return null;
        }

        if (row.Organizer?.Id != plan.Organizer?.Id)
        {
            // In whose calendar it stood has left: it goes into another's.
            await TakeOut(row, cancel);
            row = plan.NewRow(session);
        }

        if (row.Id is null)
        {
            row = await Book(row, session, cancel) with { LookedAt = now };
        }

        row = await Invite(row, session, cancel);
        if (row.Sequence != session.Sequence)
        {
            row = await Move(row, session, cancel) with { LookedAt = now };
        }

        // Where nothing was asked, what refused when it was last looked at still does, as far as we know.
        return row with { Problem = row == before ? row.Problem : null, UnwantedSince = null };
    }

    private async Task TakeOut(SessionEventRow row, CancellationToken cancel)
    {
        if (row.Time.Start <= clock.GetUtcNow())
        {
            return;
        }

        var id = row.Id ?? (await calendar.BookAsync(await Describe(row, null, cancel), cancel)).Id;
        await calendar.CancelAsync(new(id, row.Organizer), writer?.Cancelled(plan.Cohort) ?? "", cancel);
    }

    private async Task<SessionEventRow> Book(SessionEventRow row, Session session, CancellationToken cancel)
    {
        var booked = await calendar.BookAsync(await Describe(row, session, cancel), cancel);
        return row with { Id = booked.Id, JoinUrl = booked.JoinUrl };
    }

    /// <summary>Who has come or gone, or can come again.</summary>
    private async Task<SessionEventRow> Invite(SessionEventRow row, Session session, CancellationToken cancel)
    {
        var attendees = plan.AttendeesOf(session);
        if (attendees.ToHashSet().SetEquals(row.Attendees))
        {
            return row;
        }

        await calendar.InviteAsync(new(row.Id!, row.Organizer), plan.Addressed(attendees), cancel);
        return row with { Attendees = attendees };
    }

    private async Task<SessionEventRow> Move(SessionEventRow row, Session session, CancellationToken cancel)
    {
        if (await calendar.MoveAsync(new(row.Id!, row.Organizer), session.Time, cancel))
        {
            return row with { Time = session.Time, Sequence = session.Sequence };
        }

        // Somebody took it out: it is booked anew, under another name.
        return await Book(plan.NewRow(session), session, cancel);
    }

    private async Task<SessionEvent> Describe(SessionEventRow row, Session? session, CancellationToken cancel)
    {
        var told = session ?? Session.Planned(row.Meeting, row.Number, row.Time, []);
        var text = writer is null
            ? new(string.Join(", ", plan.People.Select(person => person.Name)), [], [])
            : await writer.Write(plan.Cohort, plan.Meeting, told, plan.People, cancel);
        return new(row.Name, row.Time, row.Organizer, plan.Addressed(row.Attendees), text.Subject)
        {
            Agenda = text.Agenda,
            Topics = text.Topics,
        };
    }
}
