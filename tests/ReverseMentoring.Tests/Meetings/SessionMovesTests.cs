using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>How a session comes to another time: by somebody's wish, because it falls, because clocks go otherwise.</summary>
public sealed class SessionMovesTests
{
    [Fact]
    public async Task It_moves_where_somebody_wishes_and_all_is_held_and_told_anew()
    {
        await using var pair = Begin();
        pair.Say(new(MeetingCommandKind.Move, Ana.Id, 1, On(11), Sequence: 0));

        await pair.Settle();
        var moved = pair.Session(1);
        Assert.Equal((On(11), 1, 1, false), (moved.Time, moved.Sequence, moved.InvitedSequence, moved.Agreed));
        Assert.Equal(new SessionClock("Europe/Berlin", new(2027, 3, 12, 10, 0, 0)), moved.Clock);
        Assert.Equal([On(11), On(38)], await pair.Held(Ana));
        Assert.Equal([On(11), On(38)], await pair.Held(Ben));
        Assert.Contains(new SessionBooked(Now, 1, On(11).Start), await pair.History());
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionMoved));
        Assert.Empty(await pair.Commands());
    }

    [Fact]
    public async Task Read_while_another_step_was_writing_a_session_has_no_time_and_the_history_one_so_that_both_are_read_anew()
    {
        await using var pair = Begin();
        pair.Put(MeetingRepository.SessionKey(pair.Id, 1), pair.At(1, 10) with { UnscheduledAt = Now });

        await Assert.ThrowsAsync<StoreConflictException>(pair.Step);
    }

    [Theory]
    [InlineData(11, 1)] // About a time that it has no more.
    [InlineData(10, 0)] // Where it stands already.
    [InlineData(38, 0)] // Where the next one is.
    [InlineData(-1, 0)] // Past.
    public async Task It_stays_where_it_is_if_the_wish_is_about_another_time_or_can_t_be(int day, int sequence)
    {
        await using var pair = Begin();
        pair.Say(new(MeetingCommandKind.Move, Ana.Id, 1, On(day), sequence));

        await pair.Settle();
        Assert.Equal((On(10), 0), (pair.Session(1).Time, pair.Session(1).Sequence));
        Assert.Empty(await pair.Mails(MailKind.SessionMoved));
        Assert.Empty(await pair.Commands());
    }

    [Fact]
    public async Task A_time_that_another_meeting_of_theirs_has_taken_is_none_whoever_s_it_is()
    {
        await using var pair = Begin();
        await pair.Take(Ben, On(11));
        pair.Say(new(MeetingCommandKind.Move, Ana.Id, 1, On(11), 0) { Agreed = true });

        await pair.Settle();
        Assert.Equal(On(10), pair.Session(1).Time);
    }

    [Fact]
    public async Task A_time_that_they_have_agreed_on_is_kept_as_such()
    {
        await using var pair = Begin();
        pair.Say(new(MeetingCommandKind.Move, Ana.Id, 1, On(11, 19), 0) { Agreed = true });

        await pair.Settle();
        Assert.Equal((On(11, 19), true), (pair.Session(1).Time, pair.Session(1).Agreed));
    }

    [Fact]
    public async Task Who_can_t_make_it_has_it_moved_to_the_time_they_chose()
    {
        await using var pair = Begin();
        pair.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, On(11), 0));

        await pair.Settle();
        Assert.Equal((On(11), 1), (pair.Session(1).Time, pair.Session(1).Sequence));
        Assert.Contains(new SessionUnscheduled(Now, 1, UnscheduledReason.Cancelled, Ben.Id), await pair.History());
    }

    [Fact]
    public async Task Where_the_time_they_chose_is_taken_meanwhile_another_is_found()
    {
        await using var pair = Begin();
        await pair.Take(Ana, On(11));
        pair.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, On(11), 0));

        await pair.Settle();
        Assert.Equal(1, pair.Session(1).Sequence);
        Assert.False(pair.Session(1).Time.Overlaps(On(11)) || pair.Session(1).Time.Overlaps(On(10)));
        Assert.True(pair.Session(1).Time.End <= On(24).End, $"{pair.Session(1).Time}");
    }

    [Fact]
    public async Task What_was_offered_and_suited_nobody_is_not_taken_instead_nor_offered_again()
    {
        await using var pair = Begin();
        var offered = (await pair.Rescheduling.FindProposal(Spring, Ben.Id, pair.Id, 1))!.Times;
        Assert.True(await pair.Rescheduling.Cancel(Spring, Ben.Id, pair.Id, 1, null, [.. offered.Select(time => time.Start)]));

        await pair.Settle();
        var moved = pair.Session(1);
        Assert.Equal(1, moved.Sequence);
        Assert.All(offered.Append(On(10)), time => Assert.False(time.Overlaps(moved.Time), $"{moved.Time}"));
        var next = (await pair.Rescheduling.FindProposal(Spring, Ana.Id, pair.Id, 1))!.Times;
        Assert.NotEmpty(next);
        Assert.DoesNotContain(next, time => offered.Any(time.Overlaps));
    }

    [Fact]
    public async Task Where_nothing_was_refused_nothing_is_kept_of_it()
    {
        await using var pair = Begin();
        pair.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0) { Refused = [] });

        await pair.Settle();
        Assert.Contains(new SessionUnscheduled(Now, 1, UnscheduledReason.Cancelled, Ben.Id), await pair.History());
    }

    [Fact]
    public async Task What_has_begun_is_cancelled_no_more()
    {
        await using var pair = Begin();
        pair.Clock.SetUtcNow(On(10).Start);
        pair.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0));

        await pair.Settle();
        Assert.Equal((On(10), 0), (pair.Session(1).Time, pair.Session(1).Sequence));
    }

    [Fact]
    public async Task Without_any_time_it_is_taken_out_of_calendars_and_tried_again_day_by_day_until_there_is_one()
    {
        await using var pair = Begin();
        pair.Change(Ben with { WorkingHours = new([]) });
        pair.Say(new(MeetingCommandKind.Cancel, Ana.Id, 1, null, 0));

        var result = await pair.Settle();
        var fallen = pair.Session(1);
        Assert.Equal((Now, 1, SessionStatus.Planned), (fallen.UnscheduledAt, fallen.Sequence, fallen.Status));
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionCancelled));
        Assert.All(await pair.Mails(MailKind.SessionCancelled), mail => Assert.Equal((1, 1), (mail.Session, mail.Sequence)));
        Assert.Equal([On(38)], await pair.Held(Ben));
        Assert.Equal(Now.AddDays(1), result.WakeAt);

        pair.Change(Ben);
        await pair.SettleAt(Now.AddDays(1));
        Assert.Null(pair.Session(1).UnscheduledAt);
        Assert.Equal(2, pair.Session(1).Sequence);
        Assert.Equal(2, (await pair.Held(Ben)).Count());
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionMoved));
    }

    [Fact]
    public async Task Whoever_was_never_told_of_it_is_not_told_that_it_is_not_to_be()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 10), pair.At(2, 38));
        pair.Change(Ben with { WorkingHours = new([]) });
        pair.Say(new(MeetingCommandKind.Cancel, Ana.Id, 1, null, 0));

        await pair.Settle();
        Assert.Empty(await pair.Mails(MailKind.SessionCancelled));
    }

    [Fact]
    public async Task In_whose_calendar_it_does_not_stand_is_not_told_that_it_is_not_to_be()
    {
        await using var pair = Pair();
        pair.With(pair.Told(1, 10) with { Invited = [Ana.Id] }, pair.At(2, 38));
        pair.Change(Ben with { WorkingHours = new([]) });
        pair.Say(new(MeetingCommandKind.Cancel, Ana.Id, 1, null, 0));

        await pair.Settle();
        Assert.Equal(["ana"], await pair.Told(MailKind.SessionCancelled));
    }

    [Fact]
    public async Task After_twice_the_days_to_meet_again_it_is_given_up()
    {
        await using var pair = Fallen();
        pair.Change(Ben with { WorkingHours = new([]) });
        var givesUp = On(10).End.AddDays(14);

        var before = await pair.SettleAt(givesUp.AddMinutes(-1));
        Assert.Equal(SessionStatus.Planned, pair.Session(1).Status);
        Assert.Equal(givesUp.AddMinutes(-1).AddDays(1), before.WakeAt);
        await pair.SettleAt(givesUp);
        Assert.Equal(SessionStatus.Missed, pair.Session(1).Status);
    }

    [Fact]
    public async Task While_somebody_is_away_it_is_not_given_up_and_it_is_to_be_soon_after_they_are_back()
    {
        var away = Ana with { Absences = [new(new(2027, 3, 1), new(2027, 4, 4))] };
        var back = new DateTimeOffset(2027, 4, 4, 22, 0, 0, TimeSpan.Zero);
        await using var pair = Fallen();
        pair.Change(away);
        await pair.Settle();
        Assert.InRange(pair.Session(1).Time.Start, back, back.AddDays(7));

        await using var other = Fallen();
        other.Change(away);
        other.Change(Ben with { WorkingHours = new([]) });
        await other.SettleAt(back.AddMinutes(-1));
        Assert.Equal(SessionStatus.Planned, other.Session(1).Status);
        await other.SettleAt(back);
        Assert.Equal(SessionStatus.Missed, other.Session(1).Status);
    }

    [Fact]
    public async Task Where_both_are_away_who_is_back_last_counts()
    {
        await using var pair = Fallen();
        pair.Change(Ana with { Absences = [new(new(2027, 3, 1), new(2027, 4, 4))] });
        pair.Change(Ben with { Absences = [new(new(2027, 3, 1), new(2027, 3, 20))] });

        await pair.Settle();
        var back = new DateTimeOffset(2027, 4, 4, 22, 0, 0, TimeSpan.Zero);
        Assert.InRange(pair.Session(1).Time.Start, back, back.AddDays(7));
    }

    [Fact]
    public async Task Where_clocks_go_otherwise_than_was_known_it_keeps_its_hour()
    {
        await using var pair = Pair();
        var planned = pair.At(1, 10) with { Clock = new("Europe/Berlin", new(2027, 3, 11, 11, 0, 0)), InvitedSequence = 0, ToldStart = On(10).Start };
        pair.With(planned, pair.At(2, 38));

        await pair.Settle();
        Assert.Equal((On(10, 10), true, 1), (pair.Session(1).Time, pair.Session(1).ClockChanged, pair.Session(1).Sequence));
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionMoved));
    }

    [Fact]
    public async Task Where_that_hour_is_taken_it_falls_and_nobody_did_it()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 10) with { Clock = new("Europe/Berlin", new(2027, 3, 11, 11, 0, 0)) }, pair.At(2, 38));
        await pair.Take(Ben, On(10, 10));

        await pair.Settle();
        Assert.Contains(new SessionUnscheduled(Now, 1, UnscheduledReason.Overlapped), await pair.History());
        Assert.Equal((false, false), (pair.Session(1).ClockChanged, pair.Session(1).HourTaken));
        Assert.NotEqual(On(10), pair.Session(1).Time);
        Assert.Equal(0, pair.Meeting().FallsInARow);
    }

    /// <summary>Ben works in the early morning there, and his clock goes as ever: an hour later he is gone.</summary>
    [Fact]
    public async Task Where_that_hour_is_none_for_somebody_elsewhere_it_gets_one_that_is()
    {
        await using var pair = Pair();
        pair.Change(Ben with { TimeZone = "UTC", WorkingHours = WorkingHours.EveryWeekday(new(7, 0), new(10, 0)) });
        var planned = pair.At(1, 10) with { Clock = new("Europe/Berlin", new(2027, 3, 11, 11, 0, 0)), InvitedSequence = 0, ToldStart = On(10).Start };
        pair.With(planned, pair.At(2, 38));

        await pair.Settle();
        Assert.NotEqual(On(10, 10), pair.Session(1).Time);
        Assert.InRange(pair.Session(1).Time.End.UtcDateTime.TimeOfDay, new TimeSpan(7, 50, 0), new TimeSpan(10, 0, 0));
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionMoved));
        Assert.Equal(0, pair.Meeting().FallsInARow);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_there_is_no_other_time_all_are_told_what_the_clock_shows_then(bool isTaken)
    {
        await using var pair = Pair();
        pair.Change(Ben with { WorkingHours = new([]) });
        var planned = pair.At(1, 10) with { Clock = new("Europe/Berlin", new(2027, 3, 11, 11, 0, 0)), InvitedSequence = 0, ToldStart = On(10).Start };
        pair.With(planned, pair.At(2, 38));
        if (isTaken)
        {
            await pair.Take(Ben, On(10, 10));
        }

        await pair.Settle();
        Assert.Equal((isTaken ? On(10) : On(10, 10), !isTaken, isTaken, 1), (pair.Session(1).Time, pair.Session(1).ClockChanged, pair.Session(1).HourTaken, pair.Session(1).Sequence));
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionMoved));
    }

    [Fact]
    public async Task What_they_have_agreed_on_keeps_its_hour_whatever_their_hours_are()
    {
        await using var pair = Pair();
        pair.Change(Ben with { WorkingHours = new([]) });
        pair.With(pair.At(1, 10) with { Clock = new("Europe/Berlin", new(2027, 3, 11, 11, 0, 0)), Agreed = true }, pair.At(2, 38));

        await pair.Settle();
        Assert.Equal((On(10, 10), true, true), (pair.Session(1).Time, pair.Session(1).Agreed, pair.Session(1).ClockChanged));
    }

    [Theory]
    [InlineData(10, 0)] // As planned.
    [InlineData(-3, 1)] // Before, at a time of their own.
    public async Task What_they_held_by_themselves_is_held_and_leaves_calendars_and_questions(int met, int sequence)
    {
        await using var pair = Begin();
        pair.Write(MeetingCommand.Hold(pair.Id, 1, On(met)));

        await pair.Settle();
        var held = pair.Session(1);
        Assert.Equal((SessionStatus.Held, On(met), sequence), (held.Status, held.Time, held.Sequence));
        Assert.Null(held.UnscheduledAt);
        Assert.Contains(new SessionHeld(Now, 1), await pair.History());
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionCancelled));
        Assert.All(await pair.Mails(MailKind.SessionCancelled), mail => Assert.Equal(sequence, mail.Sequence));
        Assert.Equal([On(38)], await pair.Held(Ana));
        Assert.Equal(0, pair.Session(2).InvitedSequence);
    }

    [Fact]
    public async Task What_they_held_after_its_time_leaves_the_question_how_it_went_and_nobody_is_told()
    {
        await using var pair = Pair();
        pair.With(pair.Told(1, 1) with { Reminded = true }, pair.Told(2, 3) with { Reminded = true });
        await pair.SettleAt(On(1).End.AddHours(1));
        await pair.SettleAt(On(3).End.AddHours(1));
        pair.Write(MeetingCommand.Hold(pair.Id, 1, On(2)));

        await pair.Settle();
        Assert.Equal((SessionStatus.Held, On(2)), (pair.Session(1).Status, pair.Session(1).Time));
        Assert.Equal([2, 2], (await pair.Asks(FormKind.Pulse)).Select(ask => ask.Id.Number));
        Assert.Empty(await pair.Mails(MailKind.SessionCancelled));
    }

    [Fact]
    public async Task One_that_was_not_held_and_has_no_other_time_is_told_to_nobody_as_cancelled()
    {
        await using var pair = Pair();
        pair.With(pair.Told(1, 1) with { Reminded = true }, pair.At(2, 38));
        await pair.SettleAt(On(1).End.AddHours(1));
        pair.Change(Ben with { WorkingHours = new([]) });
        pair.Answer(FormKind.Pulse, Ana, new PulseAnswer(false, null), 1);
        pair.Answer(FormKind.Pulse, Ben, new PulseAnswer(false, null), 1);

        await pair.Settle();
        Assert.Equal((1, pair.Clock.GetUtcNow()), (pair.Session(1).Sequence, pair.Session(1).UnscheduledAt));
        Assert.Empty(await pair.Mails(MailKind.SessionCancelled));
    }

    [Fact]
    public async Task A_time_that_it_has_had_is_not_proposed_again()
    {
        await using var pair = Begin();
        pair.Say(new(MeetingCommandKind.Move, Ana.Id, 1, On(11), 0));
        await pair.Settle();

        var proposal = (await pair.Rescheduling.FindProposal(Spring, Ben.Id, pair.Id, 1))!;
        Assert.All(proposal.Times, time => Assert.False(time.Overlaps(On(10)) || time.Overlaps(On(11)), $"{time}"));
        Assert.Contains(On(10), proposal.Free);
    }

    /// <summary>Where Luc never has time, it is found without him; by the same rules.</summary>
    [Fact]
    public async Task A_circle_s_session_that_can_t_be_for_all_is_for_most()
    {
        await using var circle = Circle();
        circle.With(circle.Told(1, 10) with { Without = [Luc.Id, Lea.Id], Declined = [Luc.Id, Lea.Id] }, circle.Told(2, 14));
        circle.Change(Luc with { WorkingHours = new([]) });
        circle.Say(new(MeetingCommandKind.Cancel, Kim.Id, 1, null, 0));

        await circle.Settle();
        var (moved, next) = (circle.Session(1), circle.Session(2).Time);
        Assert.Equal(1, moved.Sequence);
        Assert.Equal([Luc.Id], moved.Without!);
        Assert.False(moved.Time.Overlaps(On(10)));
        Assert.True(moved.Time.Start >= Now.AddDays(1) && moved.Time.End <= On(24).End, $"{moved.Time}");
        Assert.True(Math.Abs((moved.Time.Start.Date - next.Start.Date).Days) >= 5, $"{moved.Time}");
        Assert.Equal([next, moved.Time], (await circle.Held(Kim)).OrderByDescending(time => time.Start == next.Start));
        Assert.DoesNotContain(moved.Time, await circle.Held(Luc));
    }

    /// <summary>They have one hour a day, from 10 h; the next session is on 15 March, from which five days are enough.</summary>
    [Theory]
    [InlineData(null, 9)]
    [InlineData(9, 8)] // Where it was moved to before, it has been too.
    public async Task For_most_it_is_as_near_as_may_be_and_not_where_it_was(int? moved, int to)
    {
        await using var circle = Circle();
        var first = circle.Told(1, 10);
        circle.With((moved is { } day ? first.At(On(day)) : first) with { Without = [Luc.Id, Lea.Id], Declined = [Luc.Id, Lea.Id] }, circle.Told(2, 14));
        foreach (var person in circle.People)
        {
            circle.Change(person with { WorkingHours = person == Luc ? new([]) : WorkingHours.EveryWeekday(new(10, 0), new(11, 0)) });
        }

        circle.Say(new(MeetingCommandKind.Cancel, Kim.Id, 1, null, circle.Session(1).Sequence));

        await circle.Settle();
        Assert.Equal(On(to), circle.Session(1).Time);
    }

    [Fact]
    public async Task For_most_too_a_day_is_notice_enough()
    {
        await using var circle = Circle();
        circle.With(circle.Told(1, 2) with { Without = [Luc.Id, Lea.Id], Declined = [Luc.Id, Lea.Id], Reminded = true, Looks = 2 }, circle.Told(2, 7));
        foreach (var person in circle.People)
        {
            circle.Change(person with { WorkingHours = person == Luc ? new([]) : WorkingHours.EveryWeekday(new(10, 0), new(11, 0)) });
        }

        circle.Clock.SetUtcNow(On(0).Start);
        circle.Say(new(MeetingCommandKind.Cancel, Kim.Id, 1, null, 0));

        await circle.Settle();
        Assert.Equal(On(1), circle.Session(1).Time);
    }

    [Fact]
    public async Task A_new_time_keeps_the_distance_to_its_neighbours_and_the_notice_of_a_day()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 1) with { InvitedSequence = 0 }, pair.At(2, 8));
        pair.Say(new(MeetingCommandKind.Cancel, Ana.Id, 1, null, 0));

        await pair.Settle();
        var to = pair.Session(1).Time;
        Assert.True(to.Start >= Now.AddDays(1), $"{to}");
        Assert.True(Math.Abs((to.Start.Date - On(8).Start.Date).Days) >= 5, $"{to}");
    }

    /// <summary>Their first session, of 11 March, has lost its time; within seven days it is to be held.</summary>
    private static SteppedMeeting Fallen()
    {
        var pair = Pair(settings => settings with { RebookingDays = 7 });
        pair.With(pair.At(1, 10).At(On(10)) with { UnscheduledAt = Now }, pair.At(2, 66));
        pair.Put(Core.Programme.Rows.History + pair.Id, new MeetingHistory(
            [new SessionBooked(Now, 1, On(10).Start), new SessionBooked(Now, 2, On(66).Start), new SessionUnscheduled(Now, 1, UnscheduledReason.Cancelled, Ana.Id)]));
        return pair;
    }

    /// <summary>Told of their first session, in ten days; the second is a month later. Both are held for them.</summary>
    private static SteppedMeeting Begin()
    {
        var pair = Pair();
        pair.With(pair.Told(1, 10), pair.At(2, 38));
        return pair;
    }
}
