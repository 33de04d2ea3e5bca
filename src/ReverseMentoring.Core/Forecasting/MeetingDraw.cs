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

    /// <summary>Each with the time at which it was settled, so that all come in order.</summary>
    public MeetingCourse Run()
    {
        var times = book.Series(meeting.Members, meeting.Confirmed);
        if (times.Count == 0)
        {
            return new(0, meeting.Confirmed, Ended: true);
        }

        Tell(meeting.Confirmed);
        var (held, over, before) = (0, meeting.Confirmed, (DateTimeOffset?)null);
        for (var number = 0; number < times.Count; number++)
        {
            // It rides with the question how the one before was, unless it goes out before that.
            if (number > 0 && times[number - 1].End + SessionEnd.PulseAfter is var asked && SessionMails.OpensAt(times[number].Start, asked) is var invited && invited < asked)
            {
                Tell(invited);
            }

            var session = new SessionDraw(times[number], before, number + 1 < times.Count ? times[number + 1].Start : null, over);
            if (!Play(session))
            {
                return new(held, session.Known, Ended: true);
            }

            held += session.Held ? 1 : 0;
            (over, before) = (session.Known, session.Time.Start);
        }

        return new(held, over, Ended: false);
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
            }

            if (meeting.IsCircle ? FewCome(session, looks) : Falls(session, looks) || Moves(session, looks))
            {
                continue;
            }

            if (Settle(session))
            {
                return true;
            }
        }
    }

    private bool Falls(SessionDraw session, DateTimeOffset looks)
    {
        if (!members.Any(person => dice.Happens(person.Habits.CancelsAlone)))
        {
            return false;
        }

        return IsCalledOff(session, looks);
    }

    private bool IsCalledOff(SessionDraw session, DateTimeOffset looks) => looks + TimeSpan.FromHours(20 * dice.Roll()) is var now && now < session.Time.Start && Rebook(session, now);

    private bool Moves(SessionDraw session, DateTimeOffset looks) =>
        members.Any(_ => dice.Happens(habits.Moves / Sides)) && looks + dice.Wait(1.0 / 3) is var now && now < session.Time.Start && Rebook(session, now);

    /// <summary>Whoever would rather meet at another time can't come either: a circle meets without them, unless they are too many.</summary>
    private bool FewCome(SessionDraw session, DateTimeOffset looks)
    {
        var coming = members.Where(person => !dice.Happens(person.Habits.CancelsAlone) && !dice.Happens(habits.Moves / Sides));
        return !Quorum.IsReached(RolesOf(members), RolesOf(coming)) && IsCalledOff(session, looks);
    }

    private static Role[] RolesOf(IEnumerable<DrawnPerson> people) => [.. people.Select(person => person.Person.Role)];

    /// <summary>Its time is over, and all are asked whether they met.</summary>
    /// <returns>False: nobody came, and it has another time.</returns>
    private bool Settle(SessionDraw session)
    {
        var (missed, asked) = (dice.Happens(habits.Misses), session.Time.End + SessionEnd.PulseAfter);
        var (rides, latest) = (session.Next - SessionMails.InviteAhead, session.Time.End + AsksBy);
        latest = rides > asked && rides < latest ? rides.Value : latest;
        DateTimeOffset[] sent = [.. members.Select(person => person.Letters.SendWaiting(asked, latest))];
        var patient = sent.Max() + SessionEnd.PulsePatience;
        var said = members.Zip(sent)
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
        session.Known = answers.Length == members.Count && answers[^1] < doubt ? answers[^1] : answers[0] > doubt ? answers[0] : doubt;
        if (Rebook(session, session.Known))
        {
            return false;
        }

        session.Known = session.First.End.AddDays(2 * cohort.Settings.RebookingDays);
        return true;
    }

    private bool Rebook(SessionDraw session, DateTimeOffset now)
    {
        var (by, least) = (session.First.Start.AddDays(cohort.Settings.RebookingDays), now.AddDays(LeastDaysToRebook));
        if (book.Another(meeting.Members, session.Time, now, by < least ? least : by, session.Before, session.Next, session.Had) is not { } time)
        {
            return false;
        }

        session.Move(time, now);
        foreach (var person in members)
        {
            person.Letters.SendSoon(now);
        }

        return true;
    }

    private void Tell(DateTimeOffset at)
    {
        foreach (var person in members)
        {
            person.Letters.Send(at);
        }
    }

    /// <param name="first">As it was planned.</param>
    /// <param name="before">When the one before it began.</param>
    /// <param name="next">When the next begins.</param>
    /// <param name="known">When the one before it was settled.</param>
    private sealed class SessionDraw(Interval first, DateTimeOffset? before, DateTimeOffset? next, DateTimeOffset known)
    {
        private readonly List<Interval> had = [first];

        public Interval First => had[0];

        public Interval Time => had[^1];

        public DateTimeOffset? Before => before;

        public DateTimeOffset? Next => next;

        public IReadOnlyCollection<Interval> Had => had;

        /// <summary>When the last was heard of it.</summary>
        public DateTimeOffset Known { get; set; } = known;

        public bool Held { get; set; }

        public void Move(Interval to, DateTimeOffset now)
        {
            had.Add(to);
            Known = now;
        }
    }
}
