using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Sessions;

namespace ReverseMentoring.Core.Circles;

/// <summary>
/// Who comes to a circle's session. Whoever has said that they can't is not expected any more; whoever was found not to be
/// free is, as soon as a later look finds them free again.
/// </summary>
internal sealed class CircleAttendance(CircleTurn turn, CircleBooking booking)
{
    /// <summary>A session is looked at again so long before: a week ahead there are times to choose from, then before the reminder.</summary>
    private static readonly TimeSpan[] LooksAhead = [TimeSpan.FromDays(7), SessionMails.RemindAhead];

    /// <summary>The next step looks again, whether it would be time to or not.</summary>
    private const int NotLookedYet = -1;

    private bool lookFailed;

    /// <returns>The session as it is now; what changed in who comes is counted in it.</returns>
    public async Task<Session> Of(Session session, CancellationToken cancel)
    {
        lookFailed = false;
        string[] before = [.. session.Without ?? []];
        string[] declined = [.. (session.Declined ?? []).Union(Declining(session))];
        var missing = await Looked(session, cancel);
        var looks = lookFailed ? NotLookedYet : missing is null ? session.Looks : LooksDue(session);
        string[] without = [.. (missing ?? before).Union(declined)];
        if (before.ToHashSet().SetEquals(without) && declined.Length == (session.Declined?.Count ?? 0))
        {
            return looks == session.Looks ? session : turn.Set(session with { Looks = looks });
        }

        return turn.Set(session with
        {
            Without = without.Length > 0 ? without : null,
            Declined = declined.Length > 0 ? declined : null,
            AttendanceChanges = session.AttendanceChanges + 1,
            Looks = looks,
        });
    }

    private IEnumerable<string> Declining(Session session) => turn.Commands.Select(command => command.Value)
        .Where(command => command.Kind is PairCommandKind.Cancel && command.Session == session.Number && command.Sequence == session.Sequence)
        .Select(command => command.Person).Where(turn.Circle.Has);

    /// <returns>Who is not free at its time; null: it was not looked.</returns>
    private async Task<IReadOnlyList<string>?> Looked(Session session, CancellationToken cancel)
    {
        var due = LooksDue(session);
        if (due < LooksAhead.Length)
        {
            turn.WakeBy(session.Time.Start - LooksAhead[due]);
        }

        if (due <= session.Looks && !turn.Commands.Any(command => command.Value.Kind is PairCommandKind.LookAgain))
        {
            return null;
        }

        try
        {
            return await booking.Missing(turn, session, cancel);
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            // A look is no reason to hold up invitations and reminders.
            turn.WakeBy(turn.Now + CalendarFailure.TryAgainAfter);
            lookFailed = true;
            return null;
        }
    }

    private int LooksDue(Session session) => LooksAhead.Count(ahead => session.Time.Start - ahead <= turn.Now);
}
