using ReverseMentoring.Core.Meetings.Sessions;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>All pairs or circles meet. Who loses a partner is found another as long as there is time, as the sessions' phase has it.</summary>
internal sealed class SessionsDraw(ForecastCase forecast, IReadOnlyList<DrawnPerson> people, PartnerDraw partners, Habits habits, SeriesBook book, Dice dice)
{
    private readonly PriorityQueue<IReadOnlyList<DrawnPerson>, DateTimeOffset> seeking = new();

    public int Held { get; private set; }

    /// <summary>When the last was over.</summary>
    public DateTimeOffset Over { get; private set; }

    /// <param name="meetings">That have begun.</param>
    /// <param name="opens">When the phase does.</param>
    public void Run(IReadOnlyList<DrawnMeeting> meetings, DateTimeOffset opens)
    {
        Over = opens;

        // Who says only now what they want is somebody without a partner from then on.
        foreach (var late in people.Where(person => person.AnsweredAt > opens))
        {
            seeking.Enqueue([late], late.AnsweredAt!.Value);
        }

        foreach (var meeting in meetings)
        {
            Play(meeting);
        }

        var settings = forecast.Cohort.Settings;
        var until = opens + (TimeSpan.FromDays(SeriesLength.DaysOf(settings)) / 2);
        while (seeking.TryDequeue(out var who, out var at) && at < until)
        {
            Place(who, at < opens ? opens : at);
        }
    }

    private void Place(IReadOnlyList<DrawnPerson> who, DateTimeOffset now)
    {
        if (forecast.Cohort.HasCircles || !who.Any(person => person.Room > 0))
        {
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

    private void Play(DrawnMeeting meeting)
    {
        foreach (var person in meeting.Members)
        {
            person.Partners++;
            person.HadPartner = true;
        }

        var course = new MeetingDraw(meeting, forecast.Cohort, habits, book, dice).Run();
        Held += course.Held;
        Over = course.Over > Over ? course.Over : Over;
        if (course.Ended)
        {
            foreach (var person in meeting.Members)
            {
                // Free from then on, and not before.
                (person.Partners, person.AnsweredAt) = (person.Partners - 1, course.Over);
            }

            seeking.Enqueue([.. meeting.Members.Where(person => !person.Left)], course.Over);
        }
    }
}
