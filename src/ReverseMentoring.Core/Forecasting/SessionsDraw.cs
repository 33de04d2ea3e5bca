using ReverseMentoring.Core.Meetings.Sessions;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>
/// All pairs or circles meet. Who loses a partner, or comes late, is found another, or a place in a circle, as long as there is time, as the
/// sessions' phase has it.
/// </summary>
internal sealed class SessionsDraw(ForecastCase forecast, IReadOnlyList<DrawnPerson> people, PartnerDraw partners, Habits habits, SeriesBook book, Dice dice)
{
    private readonly PriorityQueue<IReadOnlyList<DrawnPerson>, DateTimeOffset> seeking = new();
    private readonly List<(List<DrawnPerson> Members, MeetingCourse Course)> circles = [];
    private DateTimeOffset placesUntil;

    public int Held { get; private set; }

    /// <summary>When the last was over.</summary>
    public DateTimeOffset Over { get; private set; }

    /// <param name="meetings">That have begun.</param>
    /// <param name="opens">When the phase does.</param>
    public void Run(IReadOnlyList<DrawnMeeting> meetings, DateTimeOffset opens)
    {
        Over = opens;
        placesUntil = opens + (TimeSpan.FromDays(SeriesLength.DaysOf(forecast.Cohort.Settings)) / 2);

        // Who says only now what they want is somebody without a partner from then on.
        foreach (var late in people.Where(person => person.AnsweredAt > opens))
        {
            seeking.Enqueue([late], late.AnsweredAt!.Value);
        }

        foreach (var meeting in meetings)
        {
            Play(meeting);
        }

        if (forecast.Cohort.HasCircles)
        {
            seeking.Enqueue([.. people.Where(person => person.Room > 0 && person.AnsweredAt <= opens)], opens);
        }

        while (seeking.TryDequeue(out var who, out var at) && at < placesUntil)
        {
            Place(who, at < opens ? opens : at);
        }
    }

    private void Place(IReadOnlyList<DrawnPerson> who, DateTimeOffset now)
    {
        if (!who.Any(person => person.Room > 0))
        {
            return;
        }

        if (forecast.Cohort.HasCircles)
        {
            PlaceInCircles(now);
            return;
        }

        foreach (var (mentor, mentee) in partners.Pairs(now).Where(pair => who.Contains(pair.Mentor) || who.Contains(pair.Mentee)))
        {
            var (at, accepted) = partners.Ask(mentor, mentee, now);
            Over = at > Over ? at : Over;
            if (accepted)
            {
                Play(new([mentee, mentor], IsCircle: false, at));
            }
            else
            {
                seeking.Enqueue([mentor, mentee], at);
            }
        }
    }

    /// <summary>First in circles that meet; the others form one of their own, if they are enough.</summary>
    private void PlaceInCircles(DateTimeOffset now)
    {
        var running = circles.Where(circle => circle.Course.Over > now).ToArray();
        var (places, formed) = partners.Places([.. running.Select(circle => circle.Members)], now);
        foreach (var joining in places.GroupBy(place => place.Circle, place => place.Person))
        {
            var (members, course) = running[joining.Key];
            members.AddRange(joining);
            foreach (var person in members)
            {
                // The others hear that somebody comes.
                person.Letters.Send(now);
            }

            foreach (var person in joining)
            {
                person.Begin();
                foreach (var asked in course.Asked.Where(asked => asked > now))
                {
                    person.Letters.Send(asked);
                }
            }
        }

        foreach (var members in formed)
        {
            Play(new(members, IsCircle: true, now));
        }
    }

    private void Play(DrawnMeeting meeting)
    {
        foreach (var person in meeting.Members)
        {
            person.Begin();
        }

        var course = new MeetingDraw(meeting, placesUntil, forecast.Cohort, habits, book, dice).Run();
        Held += course.Held;
        Over = course.Over > Over ? course.Over : Over;
        if (meeting.IsCircle && !course.Ended)
        {
            circles.Add(([.. meeting.Members.Where(person => !person.Left)], course));
        }
        else if (course.Ended)
        {
            foreach (var person in meeting.Members)
            {
                // Free from then on, and not before.
                (person.Partners, person.AnsweredAt) = (person.Partners - 1, course.Over);
            }

            // A circle that has found no time at all would be formed again at once, and find none again.
            if (!meeting.IsCircle || course.Over > meeting.Confirmed)
            {
                seeking.Enqueue([.. meeting.Members.Where(person => !person.Left)], course.Over);
            }
        }
    }
}
