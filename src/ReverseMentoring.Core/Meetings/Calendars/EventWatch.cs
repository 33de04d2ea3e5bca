using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Calendars;

/// <summary>What people have done to a session in their calendars.</summary>
/// <param name="Event">The session's event.</param>
/// <param name="MovedTo">The time to which somebody moved it.</param>
/// <param name="IsGone">Somebody took it out.</param>
/// <param name="Declined">Ids of those who have declined it since we last looked.</param>
internal sealed record EventNews(Stored<SessionEventRow> Event, Interval? MovedTo, bool IsGone, IReadOnlyList<PersonId> Declined);

/// <summary>Looks for it: near the session day by day, else when somebody says that there is something to see.</summary>
internal sealed class EventWatch(MeetingContext context, ICalendar? calendar)
{
    /// <summary>From so long before a session on its event is looked at.</summary>
    private static readonly TimeSpan From = TimeSpan.FromDays(21);

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <returns>Null: nothing has happened, as far as we know.</returns>
    public async Task<EventNews?> NewsOf(Session session, CancellationToken cancel)
    {
        // Before the calendar has our last word, what it says is of the time before.
        if (calendar is null || session.Time.Start <= context.Now
            || context.Events.FirstOrDefault(row => row.Value.Number == session.Number) is not { Value: { Id: { } id } row } stored
            || row.Sequence != session.Sequence || !IsDue(session, row))
        {
            return null;
        }

        EventChange? found;
        try
        {
            found = await calendar.LookAsync(new(id, row.Organizer), cancel);
        }
        catch (CalendarException refused) when (refused is not CalendarBusyException)
        {
            context.Write(stored.Replace(row with { LookedAt = context.Now, Problem = refused.Code }));
            return null;
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            // It passes by itself: the event is looked at again in an hour.
            context.WakeBy(context.Now + CalendarFailure.TryAgainAfter);
            return null;
        }

        if (found is null or { Gone: true })
        {
            context.Write(stored.Delete());
            return new(stored, null, IsGone: true, []);
        }

        if (found.Time is { } there && (there.Start != session.Time.Start || there.End != session.Time.End))
        {
            return new(stored, there, IsGone: false, []);
        }

        context.Write(stored.Replace(row with { LookedAt = context.Now, Problem = null }));
        PersonId[] declined =
        [
            .. context.People.Where(person => session.Declined?.Contains(person.Id) is not true && found.Answers.Any(answer =>
                answer.Response is EventResponse.Declined && answer.Address.Equals(person.Email, StringComparison.OrdinalIgnoreCase))).Select(person => person.Id),
        ];
        return declined.Length == 0 ? null : new(stored, null, IsGone: false, declined);
    }

    private bool IsDue(Session session, SessionEventRow row)
    {
        if (context.Commands.Any(command => command.Value.Kind is MeetingCommandKind.LookAtEvents))
        {
            return true;
        }

        var next = (row.LookedAt ?? context.Now) + Every;
        var opens = session.Time.Start - From;
        var due = next > opens ? next : opens;
        if (due > context.Now)
        {
            context.WakeBy(due);
            return false;
        }

        context.WakeBy(context.Now + Every);
        return true;
    }
}
