using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>What somebody can say about one session by a link: what is offered, what is taken, and what is too late.</summary>
public sealed class RescheduleTests
{
    [Fact]
    public async Task Three_times_are_proposed_and_all_that_are_free_two_weeks_around_it()
    {
        await using var pair = Begin();
        var proposal = (await pair.Rescheduling.FindProposal(Spring, Ana.Id, pair.Id, 2))!;

        Assert.Equal(2, proposal.Session.Number);
        Assert.Equal(3, proposal.Times.Count);
        Assert.All(proposal.Free, time => Assert.InRange(time.Start, On(24).Start, On(52).Start));
        Assert.Contains(On(24), proposal.Free);
        Assert.Contains(On(52), proposal.Free);
        Assert.DoesNotContain(On(38), proposal.Free);
        Assert.Equal(proposal.Free.OrderBy(time => time.Start), proposal.Free);
        Assert.Equal([1, 3], proposal.Coming.Select(session => session.Number));
        Assert.Null(proposal.Wish);
    }

    [Fact]
    public async Task Of_one_that_is_near_no_time_is_offered_within_a_day()
    {
        await using var pair = Begin();
        var proposal = (await pair.Rescheduling.FindProposal(Spring, Ana.Id, pair.Id, 1))!;

        Assert.All(proposal.Free.Concat(proposal.Times), time => Assert.True(time.Start >= Now.AddDays(1), $"{time}"));
        Assert.All(proposal.Times, time => Assert.True(time.End <= On(24).End, $"{time}"));
    }

    [Fact]
    public async Task Only_what_is_to_come_and_has_a_time_is_shown_beside_it()
    {
        await using var pair = Begin();
        pair.Put(MeetingRepository.SessionKey(pair.Id, 3), pair.At(3, 66) with { UnscheduledAt = Now });
        pair.Clock.SetUtcNow(On(10).Start);

        Assert.Empty((await pair.Rescheduling.FindProposal(Spring, Ana.Id, pair.Id, 2))!.Coming);
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("over")]
    [InlineData("past")]
    [InlineData("fallen")]
    [InlineData("cancelled")]
    [InlineData("none")]
    public async Task Too_late_nothing_is_said_any_more(string why)
    {
        await using var pair = Begin();
        switch (why)
        {
            case "over": pair.Change(meeting => meeting with { Status = MeetingStatus.Proposed }); break;
            case "past": pair.Clock.SetUtcNow(On(10).Start); break;
            case "fallen": pair.Put(MeetingRepository.SessionKey(pair.Id, 1), pair.At(1, 10) with { UnscheduledAt = Now }); break;
            case "cancelled": pair.Change(state => state with { Status = CycleStatus.Cancelled }); break;
        }

        var (person, number) = (why is "stranger" ? Kim.Id : Ana.Id, why is "none" ? 7 : 1);
        Assert.Null(await pair.Rescheduling.FindProposal(Spring, person, pair.Id, number));
        Assert.False(await pair.Rescheduling.Choose(Spring, person, pair.Id, number, On(11).Start));
        Assert.False(await pair.Rescheduling.Agree(Spring, person, pair.Id, number, On(11).Start));
        Assert.False(await pair.Rescheduling.Suggest(Spring, person, pair.Id, number, On(11).Start));
        Assert.False(await pair.Rescheduling.Cancel(Spring, person, pair.Id, number, null));
        Assert.False(await pair.Rescheduling.WishRhythm(Spring, person, pair.Id, number, Fridays));
        Assert.False(await pair.Rescheduling.AnswerRhythm(Spring, person, pair.Id, number, takes: true));
        Assert.Empty(await pair.Commands());
    }

    [Fact]
    public async Task In_a_paused_cohort_it_is_kept_for_when_that_goes_on()
    {
        await using var pair = Begin();
        pair.Change(state => state with { Status = CycleStatus.Paused });

        Assert.True(await pair.Rescheduling.Cancel(Spring, Ana.Id, pair.Id, 1, null));
        Assert.Single(await pair.Commands());
    }

    [Fact]
    public async Task A_time_that_is_free_is_chosen_and_one_that_is_not_is_refused()
    {
        await using var pair = Begin();
        await pair.Take(Ben, On(15));

        Assert.False(await pair.Rescheduling.Choose(Spring, Ana.Id, pair.Id, 1, On(15).Start));
        Assert.False(await pair.Rescheduling.Choose(Spring, Ana.Id, pair.Id, 1, On(10).Start));
        Assert.True(await pair.Rescheduling.Choose(Spring, Ana.Id, pair.Id, 1, On(16).Start));
        Assert.Equal([new(MeetingCommandKind.Move, Ana.Id, 1, On(16), 0)], await pair.Commands());
        Assert.Equal([ProcessId.OfMeeting(Spring, pair.Id)], pair.WokenNow);
    }

    [Fact]
    public async Task A_time_of_their_own_is_taken_where_neither_has_another_session_then()
    {
        await using var pair = Begin();
        await pair.Take(Ben, On(15, 19));

        Assert.False(await pair.Rescheduling.Agree(Spring, Ana.Id, pair.Id, 1, On(15, 19).Start));
        Assert.False(await pair.Rescheduling.Agree(Spring, Ana.Id, pair.Id, 1, On(38).Start));
        Assert.False(await pair.Rescheduling.Agree(Spring, Ana.Id, pair.Id, 1, Now));
        Assert.True(await pair.Rescheduling.Agree(Spring, Ana.Id, pair.Id, 1, On(16, 19).Start));
        Assert.Equal([new(MeetingCommandKind.Move, Ana.Id, 1, On(16, 19), 0) { Agreed = true }], await pair.Commands());
    }

    [Fact]
    public async Task A_time_that_one_proposes_is_taken_on_whatever_minute_where_all_can_come_in_good_time()
    {
        await using var pair = Begin();
        await pair.Take(Ben, On(15));

        Assert.False(await pair.Rescheduling.Choose(Spring, Ana.Id, pair.Id, 1, On(16, 9.1).Start));
        foreach (var taken in new[] { On(15, 9.1), On(16, 1.1), On(38, 9.1), On(0, 13.1), On(10) })
        {
            Assert.False(await pair.Rescheduling.Suggest(Spring, Ana.Id, pair.Id, 1, taken.Start), $"{taken}");
        }

        Assert.True(await pair.Rescheduling.Suggest(Spring, Ana.Id, pair.Id, 1, On(16, 9.1).Start));
        Assert.Equal([new(MeetingCommandKind.Move, Ana.Id, 1, On(16, 9.1), 0)], await pair.Commands());
        await pair.Settle();
        Assert.Equal(On(16, 9.1), pair.Session(1).Time);
    }

    [Fact]
    public async Task A_day_from_now_is_in_good_time()
    {
        await using var pair = Begin();
        pair.Clock.Advance(TimeSpan.FromMinutes(7));

        Assert.False(await pair.Rescheduling.Suggest(Spring, Ana.Id, pair.Id, 1, Now.AddDays(1).AddMinutes(6)));
        Assert.True(await pair.Rescheduling.Suggest(Spring, Ana.Id, pair.Id, 1, Now.AddDays(1).AddMinutes(7)));
    }

    [Fact]
    public async Task A_time_that_was_offered_is_taken_too_where_one_proposes_it()
    {
        await using var pair = Begin();

        Assert.True(await pair.Rescheduling.Suggest(Spring, Ana.Id, pair.Id, 1, On(16).Start));
        Assert.Equal([new(MeetingCommandKind.Move, Ana.Id, 1, On(16), 0)], await pair.Commands());
    }

    /// <summary>Six sessions at most 45 days apart, and a week before the first: until 3 December. Who could set a later time alone would hold up the cohort.</summary>
    [Fact]
    public async Task A_time_of_their_own_is_none_after_the_last_day_of_their_sessions()
    {
        await using var pair = Begin();

        Assert.Equal(new(2027, 12, 3, 23, 0, 0, TimeSpan.Zero), (await pair.Rescheduling.FindProposal(Spring, Ana.Id, pair.Id, 1))!.Until);
        Assert.False(await pair.Rescheduling.Agree(Spring, Ana.Id, pair.Id, 1, On(278).Start));
        Assert.Equal([1], await pair.Rescheduling.Clashes(Spring, Ana.Id, pair.Id, [(1, On(278).Start)]));
        Assert.True(await pair.Rescheduling.Agree(Spring, Ana.Id, pair.Id, 1, On(277, 19).Start));
    }

    [Fact]
    public async Task Of_a_session_that_is_at_the_end_no_later_time_is_offered()
    {
        await using var pair = Begin();
        pair.Put(MeetingRepository.SessionKey(pair.Id, 3), pair.At(3, 66).At(On(274)));

        var free = (await pair.Rescheduling.FindProposal(Spring, Ana.Id, pair.Id, 3))!.Free;
        Assert.Contains(On(273), free);
        Assert.DoesNotContain(free, time => time.Start > On(277, 23).Start);
    }

    [Fact]
    public async Task Who_can_t_make_it_says_so_with_a_time_that_was_proposed_or_without_any()
    {
        await using var pair = Begin();
        var proposed = (await pair.Rescheduling.FindProposal(Spring, Ben.Id, pair.Id, 1))!.Times[0];

        Assert.False(await pair.Rescheduling.Cancel(Spring, Ben.Id, pair.Id, 1, proposed.Start.AddMinutes(1)));
        Assert.True(await pair.Rescheduling.Cancel(Spring, Ben.Id, pair.Id, 1, proposed.Start));
        Assert.Equal([new(MeetingCommandKind.Cancel, Ben.Id, 1, proposed, 0)], await pair.Commands());
        pair.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await pair.Rescheduling.Cancel(Spring, Ben.Id, pair.Id, 1, null));
        Assert.Null((await pair.Commands())[1].To);
    }

    [Fact]
    public async Task A_rhythm_is_wished_where_it_has_room_and_answered_by_the_other()
    {
        await using var pair = Begin();
        Assert.False(await pair.Rescheduling.WishRhythm(Spring, Ana.Id, pair.Id, 1, Fridays with { Weeks = 5 }));
        Assert.False(await pair.Rescheduling.WishRhythm(Spring, Ana.Id, pair.Id, 1, Fridays with { First = new(2028, 3, 10) }));
        Assert.False(await pair.Rescheduling.AnswerRhythm(Spring, Ben.Id, pair.Id, 1, takes: true));
        Assert.True(await pair.Rescheduling.WishRhythm(Spring, Ana.Id, pair.Id, 1, Fridays));
        Assert.Equal([new(MeetingCommandKind.WishRhythm, Ana.Id) { Rhythm = Fridays }], await pair.Commands());

        await pair.Settle();
        Assert.Equal(pair.Meeting().RhythmWish, (await pair.Rescheduling.FindProposal(Spring, Ben.Id, pair.Id, 1))!.Wish);
        Assert.False(await pair.Rescheduling.AnswerRhythm(Spring, Ana.Id, pair.Id, 1, takes: true));
        Assert.True(await pair.Rescheduling.AnswerRhythm(Spring, Ben.Id, pair.Id, 1, takes: true));
        Assert.Equal([new(MeetingCommandKind.AnswerRhythm, Ben.Id) { Rhythm = Fridays, Agreed = true }], await pair.Commands());
    }

    /// <summary>Six sessions at most 45 days apart, and a week before the first, from when the pair began: until 3 December.</summary>
    [Theory]
    [InlineData(0, "2027-10-08", true)]
    [InlineData(0, "2027-10-15", false)]
    [InlineData(-7, "2027-10-08", false)]
    public async Task A_rhythm_has_room_until_the_last_day_on_which_sessions_may_lie(int began, string first, bool fits)
    {
        await using var pair = Begin();
        pair.Change(meeting => meeting with { StartedAt = Now.AddDays(began) });

        Assert.Equal(fits, await pair.Rescheduling.WishRhythm(Spring, Ana.Id, pair.Id, 1, Fridays with { Weeks = 4, First = DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture) }));
    }

    [Fact]
    public async Task What_has_no_room_any_more_is_not_taken_but_can_be_said_no_to()
    {
        await using var pair = Begin();
        pair.Change(meeting => meeting with { RhythmWish = new(Ana.Id, 1, Fridays with { First = new(2028, 3, 10) }) });

        Assert.False(await pair.Rescheduling.AnswerRhythm(Spring, Ben.Id, pair.Id, 1, takes: true));
        Assert.True(await pair.Rescheduling.AnswerRhythm(Spring, Ben.Id, pair.Id, 1, takes: false));
        Assert.False(Assert.Single(await pair.Commands()).Agreed);
    }

    [Fact]
    public async Task Circles_have_no_fixed_rhythm()
    {
        await using var circle = Circle();
        circle.With(circle.At(1, 10), circle.At(2, 38));

        Assert.False(await circle.Rescheduling.WishRhythm(Spring, Ana.Id, circle.Id, 1, Fridays));
    }

    [Fact]
    public async Task Calendars_that_want_to_be_left_alone_hold_nobody_up()
    {
        var calendar = new FakeCalendar();
        await using var pair = Pair(calendar: calendar);
        pair.With(pair.At(1, 10), pair.At(2, 38));
        calendar.PutOver("ben@example.org", On(11));
        Assert.DoesNotContain(On(11), (await pair.Rescheduling.FindProposal(Spring, Ana.Id, pair.Id, 1))!.Free);

        calendar.BusyFor = TimeSpan.FromHours(1);
        Assert.Contains(On(11), (await pair.Rescheduling.FindProposal(Spring, Ana.Id, pair.Id, 1))!.Free);
    }

    private static SteppedMeeting Begin()
    {
        var pair = Pair();
        return pair.With(pair.At(1, 10), pair.At(2, 38), pair.At(3, 66));
    }
}
