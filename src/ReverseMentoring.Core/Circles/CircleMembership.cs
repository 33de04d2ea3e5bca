using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Circles;

/// <summary>Who comes into a circle and who goes, without fault and without reasons.</summary>
internal static class CircleMembership
{
    public static async Task Advance(CircleTurn turn, CircleBooking booking, CancellationToken cancel)
    {
        var before = turn.Circle;
        var leaving = before.Members.Where(member => HasLeft(turn, member.Person)).ToArray();
        foreach (var member in leaving)
        {
            await booking.Release(turn, member.Person, cancel);
            SayGoodbye(turn, member.Person);
        }

        var staying = before.Members.Except(leaving).ToArray();
        var joining = Joining(turn, staying);
        if (leaving.Length == 0 && joining.Count == 0)
        {
            return;
        }

        if (leaving.Length > 0)
        {
            // A place is free for somebody else.
            turn.Write(Seeking.Begin(turn.Id));
            turn.Seeks = true;
        }

        Presenter[] members = [.. staying.Concat(joining).OrderBy(member => member.Role is not Role.Mentor)];
        turn.Circle = before with
        {
            Members = members,
            Former = [.. before.Former, .. leaving.Select(member => member.Person)],
            Changes = before.Changes + 1,
            Rota = CircleRota.Of(members, before, turn.Series, turn.Cohort.Settings.Sessions.Sessions),
        };
        foreach (var session in turn.Series.Where(session => session.HasTime && session.Time.Start > turn.Now).ToArray())
        {
            await Attend(turn, booking, session, joining, cancel);
        }

        turn.Circle = turn.Circle with { Rota = CircleRota.Fit(turn.Circle, turn.Series) };
        if (before.SessionsPlanned > 0 && CircleRule.CanGoOn(turn.Cohort, turn.State, members, turn.Now))
        {
            await booking.Hold(turn, turn.Series, cancel);
            Tell(turn, staying, joining);
        }
    }

    private static bool HasLeft(CircleTurn turn, string person) => turn.Find(person) is not { IsActive: true }
        || turn.Commands.Any(command => command.Value.Kind is PairCommandKind.Part or PairCommandKind.LineCrossed && command.Value.Person == person);

    /// <summary>Nothing is asked of them any more. Who only leaves this circle looks for another.</summary>
    private static void SayGoodbye(CircleTurn turn, string person)
    {
        turn.Write(turn.Asks.Where(ask => ask.Value.Id.Person == person).Select(ask => ask.Delete()));
        if (turn.Find(person) is { } leaver)
        {
            foreach (var session in turn.Series.Where(session => session.HasTime && session.HasInvited(person) && session.Time.Start > turn.Now))
            {
                turn.Tell(leaver, MailKind.SessionCancelled, session.Number, session.Time.Start, $"{session.Sequence}");
            }

            if (leaver.IsActive)
            {
                turn.Write(Seeking.Begin(person));
                if (turn.Commands.Any(command => command.Value.Kind is PairCommandKind.LineCrossed && command.Value.Person == person))
                {
                    // They have not asked for it. Not sent where a place was found by then.
                    turn.Write(CircleEnding.Unmatched(turn, person));
                }
            }
        }
    }

    private static List<Presenter> Joining(CircleTurn turn, Presenter[] staying)
    {
        var room = turn.Cohort.Settings.Matching.Circles!.LargestSize - staying.Length;
        var joining = new List<Presenter>();
        foreach (var command in turn.Commands.Select(command => command.Value).Where(command => command.Kind is PairCommandKind.Join))
        {
            if (turn.Find(command.Person) is not { IsActive: true } person || turn.Circle.Has(person.Id) || turn.Circle.Former.Contains(person.Id))
            {
                continue;
            }

            if (joining.Count < room)
            {
                joining.Add(new(person.Id, person.Role, command.Brings ?? []));
                turn.Write(new Change.Put(CircleBook.KeyOf(person.Id, turn.Id), "{}"));
            }
            else
            {
                turn.Write(Seeking.Begin(person.Id));
                turn.Seeks = true;
            }
        }

        return joining;
    }

    /// <summary>Who is new comes to what is planned, as far as they can.</summary>
    private static async Task Attend(
        CircleTurn turn, CircleBooking booking, Sessions.Session session, List<Presenter> joining, CancellationToken cancel)
    {
        var missing = joining.Count == 0 ? [] : (await booking.Missing(turn, session, cancel)).Where(person => joining.Any(one => one.Person == person));
        string[] without = [.. (session.Without ?? []).Where(turn.Circle.Has).Union(missing)];
        string[] declined = [.. (session.Declined ?? []).Where(turn.Circle.Has)];
        var coming = session.InvitedSequence is null ? [] : joining.Where(one => !without.Contains(one.Person)).ToArray();
        session = session with { Without = without.Length > 0 ? without : null, Declined = declined.Length > 0 ? declined : null };
        turn.Set(coming.Length > 0 ? session.Inviting(coming.Select(one => one.Person)) : session);
        foreach (var newcomer in coming)
        {
            turn.Tell(turn.Find(newcomer.Person)!, MailKind.SessionInvitation, session.Number, session.Time.Start, $"{session.Sequence}");
        }
    }

    private static void Tell(CircleTurn turn, Presenter[] staying, List<Presenter> joining)
    {
        foreach (var person in turn.People.Where(person => staying.Any(member => member.Person == person.Id)))
        {
            turn.Tell(person, MailKind.CircleChanged, detail: $"{turn.Circle.Changes}");
        }

        foreach (var person in turn.People.Where(person => joining.Any(member => member.Person == person.Id)))
        {
            turn.Tell(person, MailKind.CircleIntroduction);
        }
    }
}
