using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Sessions;

/// <summary>What people have done to a session in their calendars: declined, cancelled, moved.</summary>
internal sealed class EventNews(PairTurn turn, ICalendar? calendar)
{
    /// <summary>From so long before a session on its event is looked at.</summary>
    private static readonly TimeSpan From = TimeSpan.FromDays(21);

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <param name="Event">The session's event.</param>
    /// <param name="Fall">Why the session falls; null: it does not.</param>
    /// <param name="By">By whose doing, where that can be told.</param>
    /// <param name="Moved">The time to which somebody moved it.</param>
    public sealed record News(Stored<SessionEventRow> Event, FallReason? Fall, string? By = null, Interval? Moved = null);

    /// <returns>Null: nothing has happened, as far as we know.</returns>
    public async Task<News?> Of(Session session, CancellationToken cancel)
    {
        // Before the calendar has our last word, what it says is of the time before.
        if (calendar is null || session.Time.Start <= turn.Now
            || turn.Events.FirstOrDefault(row => row.Value.Number == session.Number) is not { Value: { Id: { } id } row } stored
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
            turn.Write(stored.Replace(row with { LookedAt = turn.Now, Problem = refused.Code }));
            return null;
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            turn.WakeBy(turn.Now + CalendarFailure.TryAgainAfter);
            return null;
        }

        if (found is null or { Gone: true })
        {
            turn.Write(stored.Delete());
            return new(stored, FallReason.Cancelled, row.Organizer?.Id);
        }

        if (found.Time is { } there && (there.Start != session.Time.Start || there.End != session.Time.End))
        {
            return new(stored, null, null, there);
        }

        turn.Write(stored.Replace(row with { LookedAt = turn.Now, Problem = null }));
        var declined = turn.Both.FirstOrDefault(person => found.Answers.Any(answer =>
            answer.Response is EventResponse.Declined && answer.Address.Equals(person.Email, StringComparison.OrdinalIgnoreCase)));
        return declined is null ? null : new(stored, FallReason.Declined, declined.Id);
    }

    private bool IsDue(Session session, SessionEventRow row)
    {
        if (turn.Commands.Any(command => command.Value.Kind is PairCommandKind.LookAtEvents))
        {
            return true;
        }

        var next = (row.LookedAt ?? turn.Now) + Every;
        var opens = session.Time.Start - From;
        var due = next > opens ? next : opens;
        if (due > turn.Now)
        {
            turn.WakeBy(due);
            return false;
        }

        turn.WakeBy(turn.Now + Every);
        return true;
    }
}
