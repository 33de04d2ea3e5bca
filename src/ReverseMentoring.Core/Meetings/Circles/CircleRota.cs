using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Circles;

/// <summary>Keeps a circle's rota such that whoever presents is there.</summary>
internal static class CircleRota
{
    /// <summary>When people have come or gone: turns of sessions that have begun or are decided, and those of people who are still there, stay.</summary>
    public static IReadOnlyList<RotaTurn> Renew(IReadOnlyList<Presenter> members, Meeting before, IReadOnlyList<Session> series, int sessions, DateTimeOffset now) => Rota.Plan(
        members, sessions,
        [
            .. before.Rota.Where(turn => members.Any(member => member.Person == turn.Presenter)
                || series.Any(session => session.Number == turn.Session && (!session.IsOpen || (session.HasTime && session.Time.Start <= now)))),
        ]);

    /// <summary>Gives turns away whose presenters can't come: changed with somebody of the same side where that works, else to whoever has had fewest.</summary>
    public static IReadOnlyList<RotaTurn> Fit(Meeting circle, IReadOnlyList<Session> series)
    {
        var rota = circle.Rota.ToList();
        foreach (var session in series.Where(session => session.HasTime && session.Without is not null))
        {
            var at = rota.FindIndex(turn => turn.Session == session.Number);
            if (at < 0 || !session.Misses(rota[at].Presenter))
            {
                continue;
            }

            var with = rota.FindIndex(at + 1, other => SideOf(circle, other.Presenter) == SideOf(circle, rota[at].Presenter)
                && other.Presenter != rota[at].Presenter && !session.Misses(other.Presenter)
                && series.FirstOrDefault(one => one.Number == other.Session) is { HasTime: true } later && !later.Misses(rota[at].Presenter));
            if (with >= 0)
            {
                (rota[at], rota[with]) = (rota[with] with { Session = rota[at].Session }, rota[at] with { Session = rota[with].Session });
            }
            else if (Rota.Next([.. circle.Members.Where(member => !session.Misses(member.Person))], session.Number, [.. rota.Where((_, index) => index != at)]) is { } next)
            {
                rota[at] = next;
            }
        }

        return rota.SequenceEqual(circle.Rota) ? circle.Rota : rota;
    }

    /// <summary>Who comes to a session again, and has no turn left, gets the one there, if its presenter has another.</summary>
    public static IReadOnlyList<RotaTurn> GiveBack(Meeting circle, Session session, IReadOnlyList<PersonId> back)
    {
        var others = circle.Rota.Where(turn => turn.Session != session.Number).ToArray();
        var returned = circle.Members.Where(member => back.Contains(member.Person) && circle.Rota.All(turn => turn.Presenter != member.Person)).ToArray();
        return !session.Reminded && circle.TurnOf(session.Number) is { } now && others.Any(turn => turn.Presenter == now.Presenter)
            && Rota.Next(returned, session.Number, others) is { } next
                ? [.. others.Append(next).OrderBy(turn => turn.Session)]
                : circle.Rota;
    }

    private static Vocabulary.Role? SideOf(Meeting circle, PersonId person) =>
        circle.Members.FirstOrDefault(member => member.Person == person)?.Role;
}
