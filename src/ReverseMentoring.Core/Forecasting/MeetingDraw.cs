using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Circles;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>The sessions of one pair or circle: they keep their times, are moved, fall, are missed and held, as the meeting's own process has them.</summary>
/// <param name="meeting">Which.</param>
/// <param name="placesUntil">Until when its members could find places in other circles.</param>
internal sealed class MeetingDraw(DrawnMeeting meeting, DateTimeOffset placesUntil, Cohort cohort, Habits habits, SeriesBook book, Dice dice)
{
    /// <summary>So long before a session people look whether it still suits them.</summary>
    private static readonly TimeSpan LooksAhead = TimeSpan.FromHours(48);

    /// <summary>While there are days left to answer.</summary>
    private static readonly TimeSpan AsksBy = SessionEnd.Longest - ReaderTurn.TimeToAnswer;
    private const int LeastDaysToRebook = 3;
    private const int Sides = 2;

    /// <summary>Leaving is thought of before each session: so often as in six.</summary>
    private const int UsualSessions = 6;

    private readonly List<DrawnPerson> members = [.. meeting.Members];
    private readonly List<DateTimeOffset> asked = [];
    private IReadOnlyList<RotaTurn> rota = [];

    /// <summary>Each with the time at which it was settled, so that all come in order.</summary>
    public MeetingCourse Run()
    {
        var times = book.Series(meeting.Members, meeting.Confirmed);
        if (times.Count == 0)
        {
            return new(0, meeting.Confirmed, Ended: true, []);
        }

        TakeTurns(times.Count);
        Tell(meeting.Confirmed);
        var (held, over, before) = (0, meeting.Confirmed, (DateTimeOffset?)null);
        for (var number = 0; number < times.Count; number++)
        {
            // It rides with the question how the one before was, unless it goes out before that.
            if (number > 0 && times[number - 1].End + SessionEnd.PulseAfter is var asks && SessionMails.OpensAt(times[number].Start, asks) is var invited && invited < asks)
            {
                Tell(invited);
            }

            var session = new SessionDraw(number + 1, times[number], before, number + 1 < times.Count ? times[number + 1].Start : null, over);
            if (!Play(session))
            {
                return new(held, session.Known, Ended: true, asked);
            }

            held += session.Held ? 1 : 0;
            (over, before) = (session.Known, session.Time.Start);
        }

        return new(held, over, Ended: false, asked);
    }

    /// <returns>False: somebody has left, and it ends.</returns>
    private bool Play(SessionDraw session)
    {
        while (true)
        {
            var looks = session.Time.Start - LooksAhead is var ahead && ahead > session.Known ? ahead : session.Known;
            foreach (var person in members.ToArray().Where(_ => dice.Happens(habits.Leaves / UsualSessions)))
            {
                person.Left = true;
                members.Remove(person);
                if (!meeting.IsCircle || !CircleQuorum.CanGoOn(RolesOf(members), cohort, takesNewcomers: looks < placesUntil))
                {
                    session.Known = looks;
                    return false;
                }

                TakeTurns(rota.Count);
                Tell(looks);
            }

            Remind(session);
            if (meeting.IsCircle ? GoesElsewhere(session, looks) : Falls(session, looks) || Moves(session, looks))
            {
                continue;
            }

            if (Settle(session))
            {
                return true;
            }
        }
    }

    private bool Falls(SessionDraw session, DateTimeOffset looks) =>
        members.Any(person => dice.Happens(person.Habits.CancelsAlone)) && SaysAt(looks) is var now && now < session.Time.Start && Rebook(session, now);

    private DateTimeOffset SaysAt(DateTimeOffset looks) => looks + TimeSpan.FromHours(20 * dice.Roll());

    private bool Moves(SessionDraw session, DateTimeOffset looks) =>
        members.Any(_ => dice.Happens(habits.Moves / Sides)) && WishesAt(looks) is var now && now < session.Time.Start && Rebook(session, now);

    private DateTimeOffset WishesAt(DateTimeOffset looks) => looks + dice.Wait(1.0 / 3);

    /// <summary>
    /// Of a circle somebody who can't come is offered times at which all can, and takes one of these for all, or is missed; whoever would
    /// rather meet at another time proposes one with their calendar, which is taken where it suits all. Without too many it falls.
    /// </summary>
    private bool GoesElsewhere(SessionDraw session, DateTimeOffset looks)
    {
        session.Without.Clear();
        var nextDay = new Interval(session.Time.Start.AddDays(1), session.Time.End.AddDays(1));
        foreach (var person in dice.Some(members, members.Count))
        {
            if (dice.Happens(person.Habits.CancelsAlone) && SaysAt(looks) is var said && said < session.Time.Start)
            {
                IReadOnlyList<Interval> offered = dice.Happens(habits.ByCalendar) ? [] : Others(session, said);
                if (dice.Below(offered.Count + 1) is var chosen && chosen < offered.Count)
                {
                    Move(session, offered[chosen], said);
                    return true;
                }

                session.Without.Add(person);
                if (!Quorum.IsReached(RolesOf(members), RolesOf(members.Except(session.Without))))
                {
                    return Rebook(session, said);
                }
            }
            else if (dice.Happens(habits.Moves / Sides * habits.ByCalendar) && WishesAt(looks) is var wished && wished < session.Time.Start
                && book.Suits(members, nextDay, wished))
            {
                Move(session, nextDay, wished);
                return true;
            }
        }

        return false;
    }

    private static Role[] RolesOf(IEnumerable<DrawnPerson> people) => [.. people.Select(person => person.Person.Role)];

    /// <summary>Who presents at which of a circle's sessions.</summary>
    private void TakeTurns(int sessions) =>
        rota = meeting.IsCircle ? Rota.Plan([.. members.Select(person => new Presenter(person.Id, person.Person.Role, []))], sessions) : [];

    /// <summary>Whoever presents is told once more; everybody else is reminded by their calendar.</summary>
    private void Remind(SessionDraw session)
    {
        var reminds = SessionMails.RemindsAt(members.Select(person => person.Person), session.Time.Start);
        if (reminds > session.Known && rota.FirstOrDefault(turn => turn.Session == session.Number) is { } turn)
        {
            members.Find(person => person.Id == turn.Presenter)?.Letters.Recall(reminds);
        }
    }

    /// <summary>Its time is over, and all are asked whether they met.</summary>
    /// <returns>False: nobody came, and it has another time.</returns>
    private bool Settle(SessionDraw session)
    {
        var (missed, asks) = (dice.Happens(habits.Misses), session.Time.End + SessionEnd.PulseAfter);
        var (rides, latest) = (session.Next - SessionMails.InviteAhead, session.Time.End + AsksBy);
        latest = rides > asks && rides < latest ? rides.Value : latest;
        DrawnPerson[] expected = [.. members.Except(session.Without)];
        DateTimeOffset[] sent = [.. expected.Select(person => person.Letters.SendWaiting(asks, latest))];
        asked.Add(asks);
        var patient = sent.Max() + SessionEnd.PulsePatience;
        var said = expected.Zip(sent)
            .Where(one => dice.Happens(one.First.Habits.Answers * habits.LeftAfter(one.First.Letters.Count)))
            .Select(one => (Person: one.First, At: one.Second + dice.Wait(habits.DelayDays))).Where(one => one.At <= patient).OrderBy(one => one.At).ToArray();
        DateTimeOffset[] answers = [.. said.Select(one => one.At)];
        if (answers.Length == 0)
        {
            session.Known = patient;
            return true;
        }

        if (!missed)
        {
            (session.Held, session.Known) = (true, answers[0]);
            return true;
        }

        foreach (var (person, _) in said)
        {
            person.Missed++;
        }

        var doubt = sent.Max() + SessionEnd.DoubtPatience;
        session.Known = answers.Length == expected.Length && answers[^1] < doubt ? answers[^1] : answers[0] > doubt ? answers[0] : doubt;
        // Where there is no time for it, it is tried again day by day, until it is given up.
        var givesUp = session.First.End.AddDays(2 * cohort.Settings.RebookingDays);
        for (var now = session.Known; now < givesUp; now = now.AddDays(1))
        {
            if (Rebook(session, now))
            {
                return false;
            }
        }

        session.Known = givesUp > session.Known ? givesUp : session.Known;
        return true;
    }

    private bool Rebook(SessionDraw session, DateTimeOffset now)
    {
        if (Others(session, now) is not [var time, ..])
        {
            return false;
        }

        Move(session, time, now);
        return true;
    }

    private IReadOnlyList<Interval> Others(SessionDraw session, DateTimeOffset now)
    {
        var (by, least) = (session.First.Start.AddDays(cohort.Settings.RebookingDays), now.AddDays(LeastDaysToRebook));
        return book.Others(members, session.Time, now, by < least ? least : by, session.Before, session.Next, session.Had);
    }

    private void Move(SessionDraw session, Interval time, DateTimeOffset now)
    {
        session.Move(time, now);
        foreach (var person in members)
        {
            person.Letters.SendSoon(now);
        }
    }

    private void Tell(DateTimeOffset at)
    {
        foreach (var person in members)
        {
            person.Letters.Send(at);
        }
    }
}
