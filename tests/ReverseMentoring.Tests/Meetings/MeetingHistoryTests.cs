using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>What is kept of a meeting's life: all of a usual one, and of an endless one what still counts.</summary>
public sealed class MeetingHistoryTests
{
    private const int Most = 220;

    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Session Planned = Session.Planned(new("p-1"), 2, At(7), []);

    [Fact]
    public void Nothing_is_forgotten_in_a_usual_life()
    {
        var history = Long(1, Most);

        Assert.Equal(Most, history.Events.Count);
        Assert.Contains(history.Events, happened => happened is SessionHeld { Session: 1 });
    }

    [Fact]
    public void In_an_endless_one_what_is_long_past_goes_for_sessions_that_were_held_and_stays_for_others()
    {
        var history = Long(1, Most).With(Fell(900));
        var recent = history.Events.TakeLast(Most / 2).ToArray();
        var early = history.Events.SkipLast(Most / 2).ToArray();

        Assert.InRange(history.Events.Count, Most / 2, Most);
        Assert.Equal(Fell(900), history.Events[^1]);
        Assert.All(early, happened => Assert.True(happened is MembersAsked || happened is SessionUnscheduled { Session: 77 } or SessionBooked { Session: 77 }, $"{happened}"));
        Assert.Equal(3, early.Length);
        Assert.All(recent.OfType<SessionHeld>(), held => Assert.True(held.Session > 50, $"{held}"));
        Assert.InRange(recent.OfType<SessionHeld>().Count(), 50, 55);
    }

    [Fact]
    public void Another_distance_is_as_if_the_session_had_never_had_a_time_before()
    {
        var history = new MeetingHistory([Booked(1, 1), Booked(2, 2), Fell(2), Booked(2, 3)]).Anew(Booked(2, 9));

        Assert.Equal([Booked(1, 1), Fell(2), Booked(2, 9)], history.Events);
    }

    [Fact]
    public void Where_nothing_was_kept_the_sessions_tell_it()
    {
        var moved = Planned.At(At(10));
        var held = Planned with { Number = 1, Status = SessionStatus.Held };

        Assert.Equal(
            [
                new SessionBooked(At(7).Start, 1, At(7).Start), new SessionHeld(At(7).End, 1),
                new SessionBooked(At(7).Start, 2, At(7).Start), new SessionBooked(At(7).Start, 2, At(10).Start),
            ],
            MeetingHistory.FromSessions([held, moved]).Events);
    }

    /// <summary>One session that fell and was not held, a question, then sessions that are booked and held, up to so many entries.</summary>
    private static MeetingHistory Long(int first, int entries)
    {
        var history = new MeetingHistory([Booked(77, 0), Fell(77), new MembersAsked(Start)]);
        for (var number = first; history.Events.Count < entries; number++)
        {
            history = history.With(Booked(number == 77 ? 1077 : number, number));
            history = history.Events.Count < entries ? history.With(new SessionHeld(Start.AddDays(number), number == 77 ? 1077 : number)) : history;
        }

        return history;
    }

    private static SessionBooked Booked(int session, int day) => new(Start, session, Start.AddDays(day));

    private static SessionUnscheduled Fell(int session) => new(Start, session, UnscheduledReason.Cancelled, new PersonId("ana"));

    private static Interval At(int day) => new(Start.AddDays(day), Start.AddDays(day).AddHours(1));
}
