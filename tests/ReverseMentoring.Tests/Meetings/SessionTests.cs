using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>What a session's row says of who comes, and what a new time makes of it.</summary>
public sealed class SessionTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ana = new("ana"), Ben = new("ben");
    private static readonly Session Planned = Session.Planned(new("c-1"), 3, At(7), []);

    [Fact]
    public void As_it_was_planned_it_has_its_first_time_everybody_comes_and_nobody_is_invited_yet()
    {
        Assert.Equal((SessionStatus.Planned, At(7), At(7), 0), (Planned.Status, Planned.Time, Planned.FirstTime, Planned.Sequence));
        Assert.Equal("c-1-3", Planned.Id);
        Assert.True(Planned.IsOpen && Planned.HasTime);
        Assert.False(Planned.Misses(Ana) || Planned.HasInvited(Ana));
        Assert.Null(Planned.Without);
        Assert.True(Session.Planned(new("c-1"), 3, At(7), [Ana]).Misses(Ana));
    }

    [Fact]
    public void At_a_new_time_all_begins_anew_but_the_days_to_meet_again()
    {
        var moved = (Planned with
        {
            Reminded = true, UnscheduledAt = Start, Looks = 2, Without = [Ana], Declined = [Ana], InvitedSequence = 0, ToldStart = At(7).Start, Invited = [Ben],
        }).At(At(9), [Ben]);

        Assert.Equal((At(9), At(7), 1), (moved.Time, moved.FirstTime, moved.Sequence));
        Assert.True(moved.HasTime && !moved.Reminded && moved.Looks == 0);
        Assert.Null(moved.Declined);
        Assert.Equal([Ben], moved.Without!);
        Assert.Equal((0, At(7).Start), (moved.InvitedSequence, moved.ToldStart));
        Assert.Equal([Ben], moved.Invited!);
        Assert.Null(moved.At(At(10)).Without);
    }

    [Fact]
    public void Without_a_time_it_is_still_to_be_and_once_it_is_over_it_is_not()
    {
        var fallen = Planned with { UnscheduledAt = Start };
        Assert.True(fallen.IsOpen);
        Assert.False(fallen.HasTime);
        Assert.False((Planned with { Status = SessionStatus.Held }).HasTime);
        Assert.False((Planned with { Status = SessionStatus.Unconfirmed }).IsOpen);
    }

    [Fact]
    public void It_stands_in_the_calendars_of_those_who_were_invited()
    {
        var all = Planned with { InvitedSequence = 0 };
        var some = all with { Invited = [Ana] };

        Assert.True(all.HasInvited(Ana) && some.HasInvited(Ana));
        Assert.False(some.HasInvited(Ben));
        Assert.False((Planned with { Invited = [Ana] }).HasInvited(Ana));
        Assert.Equal([Ana, Ben], some.Inviting([Ben, Ana]).Invited!);
        Assert.Same(all, all.Inviting([Ben]));
    }

    /// <summary>It stands in people's calendars for months.</summary>
    [Fact]
    public void In_calendars_it_has_one_name_for_good() =>
        Assert.Equal("spring.c-1-3@mentoring.example.org", SessionUid.For(new("spring"), new("c-1"), 3, "mentoring.example.org"));

    [Fact]
    public void Who_can_t_come_and_who_has_said_so_are_two_things()
    {
        var missed = Planned.Missing([Ana, Ben], [Ben]);

        Assert.True(missed.Misses(Ana) && missed.Misses(Ben));
        Assert.Equal([Ben], missed.Declined!);
        Assert.Equal(Planned, missed.Missing([], []));
    }

    private static Interval At(int day) => new(Start.AddDays(day), Start.AddDays(day).AddHours(1));
}
