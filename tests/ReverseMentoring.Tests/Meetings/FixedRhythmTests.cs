using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Planning;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>A fixed rhythm: one of a pair wishes it, the other is asked, and it holds where both want it and all sessions have room.</summary>
public sealed class FixedRhythmTests
{
    [Fact]
    public async Task The_other_one_is_asked_once_for_each_wish()
    {
        await using var pair = Begin();
        Wish(pair, Fridays);
        await pair.Settle();
        Wish(pair, Fridays);
        await pair.Settle();

        Assert.Equal(new RhythmWish(Ana.Id, 1, Fridays), pair.Meeting().RhythmWish);
        Assert.Equal(["ben"], await pair.Told(MailKind.RhythmWished));
        Wish(pair, Fridays with { Weeks = 4 });
        await pair.Settle();
        Assert.Equal(2, pair.Meeting().RhythmWish!.Number);
        Assert.Equal(["ben", "ben"], await pair.Told(MailKind.RhythmWished));
        Assert.Equal(On(10), pair.Session(1).Time);
    }

    [Theory]
    [InlineData(MeetingCommandKind.AnswerRhythm, true)]
    [InlineData(MeetingCommandKind.WishRhythm, false)] // Wishes the same.
    public async Task Where_both_want_it_all_sessions_to_come_follow_it(MeetingCommandKind kind, bool agreed)
    {
        await using var pair = Begin(wished: Fridays);
        pair.Say(new(kind, Ben.Id) { Rhythm = Fridays, Agreed = agreed });

        Assert.Equal(Now, (await pair.Step()).WakeAt);
        await pair.Settle();
        Assert.Equal([On(11, 14), On(32, 13)], new[] { pair.Session(1).Time, pair.Session(2).Time });
        Assert.All([pair.Session(1), pair.Session(2)], session => Assert.True(session is { Sequence: 1, Agreed: true } && session.FirstTime == session.Time));
        Assert.Equal(new SessionClock("Europe/Berlin", new(2027, 4, 2, 15, 0, 0)), pair.Session(2).Clock);
        Assert.Equal((21, null), (pair.Meeting().IdealDays, pair.Meeting().RhythmWish!.Rhythm));
        Assert.Equal([On(11, 14), On(32, 13)], await pair.Held(Ana));
    }

    [Fact]
    public async Task A_no_or_an_answer_to_another_wish_leaves_all_as_it_was()
    {
        await using var pair = Begin(wished: Fridays);
        pair.Say(new(MeetingCommandKind.AnswerRhythm, Ben.Id) { Rhythm = Fridays with { Weeks = 4 }, Agreed = true });
        await pair.Settle();
        Assert.Equal(Fridays, pair.Meeting().RhythmWish!.Rhythm);

        pair.Say(new(MeetingCommandKind.AnswerRhythm, Ben.Id) { Rhythm = Fridays });
        await pair.Settle();
        Assert.Null(pair.Meeting().RhythmWish!.Rhythm);
        Assert.Equal((On(10), null), (pair.Session(1).Time, pair.Meeting().IdealDays));
    }

    [Fact]
    public async Task Nobody_answers_their_own_wish()
    {
        await using var pair = Begin(wished: Fridays);
        pair.Say(new(MeetingCommandKind.AnswerRhythm, Ana.Id) { Rhythm = Fridays, Agreed = true });

        await pair.Settle();
        Assert.Equal(On(10), pair.Session(1).Time);
    }

    [Fact]
    public async Task Days_on_which_one_is_off_or_taken_are_left_out_and_a_session_that_had_no_time_has_one_again()
    {
        await using var pair = Begin(wished: Fridays);
        pair.Put(MeetingRepository.SessionKey(pair.Id, 1), pair.At(1, 10) with { UnscheduledAt = Now });
        pair.Change(Ben with { Absences = [new(new(2027, 3, 12), new(2027, 3, 12))] });
        await pair.Take(Ana, On(32, 13.5));
        pair.Say(new(MeetingCommandKind.AnswerRhythm, Ben.Id) { Rhythm = Fridays, Agreed = true });

        await pair.Settle();
        Assert.Equal([On(53, 13), On(74, 13)], new[] { pair.Session(1).Time, pair.Session(2).Time });
        Assert.Null(pair.Session(1).UnscheduledAt);
    }

    [Fact]
    public async Task While_they_meet_nothing_is_put_where_they_do()
    {
        await using var pair = Begin(wished: Fridays);
        var now = On(11, 13.5);
        pair.Put(MeetingRepository.SessionKey(pair.Id, 1), Core.Meetings.Records.Session.Planned(pair.Id, 1, now, []) with { InvitedSequence = 0 });
        pair.Say(new(MeetingCommandKind.AnswerRhythm, Ben.Id) { Rhythm = Fridays, Agreed = true });

        await pair.SettleAt(now.Start.AddMinutes(10));
        Assert.Equal([now, On(32, 13)], new[] { pair.Session(1).Time, pair.Session(2).Time });
    }

    [Fact]
    public async Task Nothing_is_put_where_it_would_begin_at_once()
    {
        await using var pair = Begin(wished: Fridays);
        pair.With(pair.At(1, 20), pair.At(2, 48));
        pair.Say(new(MeetingCommandKind.AnswerRhythm, Ben.Id) { Rhythm = Fridays, Agreed = true });

        await pair.SettleAt(On(11, 14).Start);
        Assert.Equal([On(32, 13), On(53, 13)], new[] { pair.Session(1).Time, pair.Session(2).Time });
    }

    [Fact]
    public async Task Where_not_all_have_room_before_the_sessions_end_nothing_moves()
    {
        await using var pair = Begin(wished: Fridays with { Weeks = 8 });
        pair.Say(new(MeetingCommandKind.AnswerRhythm, Ben.Id) { Rhythm = Fridays with { Weeks = 8 }, Agreed = true });
        pair.Change(Ben with { Absences = [new(new(2027, 3, 1), new(2027, 4, 30))] });

        await pair.Settle();
        Assert.Equal((On(38), null), (pair.Session(2).Time, pair.Meeting().IdealDays));
    }

    private static SteppedMeeting Begin(FixedRhythm? wished = null)
    {
        var pair = Pair(settings => settings with { Sessions = settings.Sessions with { Sessions = 2 } });
        pair.With(pair.At(1, 10), pair.At(2, 38));
        pair.Change(meeting => meeting with { RhythmWish = wished is null ? null : new(Ana.Id, 1, wished) });
        return pair;
    }

    private static void Wish(SteppedMeeting pair, FixedRhythm rhythm) => pair.Say(new(MeetingCommandKind.WishRhythm, Ana.Id) { Rhythm = rhythm });
}
