using System.Text.Json;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Scheduling.Cadences;

public sealed class RhythmTests
{
    private static readonly CadenceRules Rules = new();
    private static readonly PersonId[] People = [new PersonId("mentor"), new PersonId("mentee")];

    [Fact]
    public void A_pair_that_meets_is_left_alone()
    {
        var verdict = Decide(10, Booked(0, 1, 5), Booked(0, 2, 35), Held(6, 1));
        Assert.Equal((0, false, 0, null), (verdict.Rebook.Count, verdict.AskMembers, verdict.Attention.Count, verdict.LookAgain));
    }

    [Theory]
    [InlineData(UnscheduledReason.Cancelled)]
    [InlineData(UnscheduledReason.Declined)]
    [InlineData(UnscheduledReason.Missed)]
    [InlineData(UnscheduledReason.Overlapped)]
    public void A_session_that_falls_is_booked_again_within_the_days_after_its_first_date(UnscheduledReason reason)
    {
        var rebook = Assert.Single(Decide(6, Booked(0, 1, 5), Booked(0, 2, 35), Fell(6, 1, reason)).Rebook);
        Assert.Equal((1, Day(5), Day(5 + 14), false), (rebook.Session, rebook.Fallen, rebook.By, rebook.Late));
    }

    [Fact]
    public void Falling_again_does_not_move_the_deadline_and_once_it_is_near_the_session_is_late()
    {
        var history = new CadenceEvent[] { Booked(0, 1, 5), Fell(4, 1), Booked(4, 1, 9), Held(8, 2), Fell(9, 1) };
        Assert.Equal((Day(9), Day(19), false), Only(Decide(9, history)));
        Assert.Equal((Day(9), Day(20), true), Only(Decide(17, history)));

        static (DateTimeOffset, DateTimeOffset, bool) Only(CadenceDecision verdict) =>
            Assert.Single(verdict.Rebook) is var rebook ? (rebook.Fallen, rebook.By, rebook.Late) : default;
    }

    [Fact]
    public void Two_in_a_row_by_whomever_ask_both_once()
    {
        var history = new List<CadenceEvent> { Booked(0, 1, 5), Fell(4, 1), Booked(4, 1, 9) };
        Assert.False(Decide(4, [.. history]).AskMembers);
        history.Add(Fell(8, 1, UnscheduledReason.Declined, "mentor"));
        Assert.True(Decide(8, [.. history]).AskMembers);
        history.Add(new MembersAsked(Day(8)));
        Assert.False(Decide(8, [.. history]).AskMembers);
        Assert.Single(Decide(8, [.. history]).Rebook);
    }

    [Fact]
    public void A_session_held_between_or_an_overlap_is_no_second_in_a_row()
    {
        Assert.False(Decide(40, Booked(0, 1, 5), Fell(4, 1), Booked(4, 1, 9), Held(9, 1), Booked(0, 2, 35), Fell(34, 2)).AskMembers);
        Assert.False(Decide(40, Booked(0, 1, 5), Fell(4, 1), Booked(4, 1, 9), Fell(6, 1, UnscheduledReason.Overlapped)).AskMembers);
    }

    [Theory]
    [InlineData(CadenceChoice.GoOn, CadenceChoice.GoOn, CadenceChoice.GoOn)]
    [InlineData(CadenceChoice.GoOn, CadenceChoice.ChangeRhythm, CadenceChoice.ChangeRhythm)]
    [InlineData(CadenceChoice.ChangeRhythm, CadenceChoice.Part, CadenceChoice.Part)]
    [InlineData(CadenceChoice.Part, null, CadenceChoice.Part)]
    [InlineData(CadenceChoice.GoOn, null, null)]
    public void What_the_pair_wants_follows_from_both_answers_and_one_is_enough_to_part(
        CadenceChoice mentor, CadenceChoice? mentee, CadenceChoice? outcome)
    {
        CadenceEvent[] history = [.. TwoFalls, new MembersAsked(Day(8)), new MemberAnswered(Day(9), new PersonId("mentor"), mentor)];
        var all = mentee is { } choice ? [.. history, new MemberAnswered(Day(10), new PersonId("mentee"), choice)] : history;
        Assert.Equal(outcome, Decide(10, all).Choice);
    }

    [Fact]
    public void After_going_on_only_two_more_falls_ask_again()
    {
        CadenceEvent[] settled = [.. TwoFalls, new MembersAsked(Day(8)), .. Both(9, CadenceChoice.GoOn), Booked(9, 1, 14), Fell(13, 1), Booked(13, 1, 17)];
        Assert.False(Decide(13, settled).AskMembers);
        Assert.True(Decide(16, [.. settled, Fell(16, 1)]).AskMembers);
        Assert.False(Decide(16, [.. TwoFalls, new MembersAsked(Day(8)), .. Both(9, CadenceChoice.Part), Fell(13, 2), Fell(14, 3)]).AskMembers);
    }

    [Fact]
    public void Silence_after_the_question_needs_attention_when_its_days_are_over_unless_they_met()
    {
        CadenceEvent[] asked = [.. TwoFalls, new MembersAsked(Day(8)), Booked(8, 1, 12), new MemberAnswered(Day(9), new PersonId("mentor"), CadenceChoice.GoOn)];
        Assert.Empty(Decide(14, asked).Attention);
        Assert.Equal(Day(15), Decide(14, asked).LookAgain);
        Assert.Equal([AttentionReason.NoAnswer], Decide(15, asked).Attention);
        Assert.Empty(Decide(15, [.. asked, Held(12, 1)]).Attention);
    }

    [Fact]
    public void A_session_without_a_new_time_for_days_needs_attention_and_says_when_to_look()
    {
        CadenceEvent[] history = [Booked(0, 1, 5), Fell(4, 1)];
        Assert.Equal((0, Day(7)), (Decide(4, history).Attention.Count, Decide(4, history).LookAgain));
        Assert.Equal([AttentionReason.NotRebooked], Decide(7, history).Attention);
        Assert.Empty(Decide(7, [.. history, Booked(6, 1, 10)]).Attention);
    }

    [Fact]
    public void Fall_after_fall_a_pair_is_stuck_even_if_both_say_that_they_go_on()
    {
        CadenceEvent[] history = [.. TwoFalls, new MembersAsked(Day(8)), .. Both(9, CadenceChoice.GoOn), Booked(9, 1, 12), Fell(11, 1), Booked(11, 1, 15), Fell(14, 1), Booked(14, 1, 18)];
        Assert.Equal([AttentionReason.Stuck], Decide(14, history).Attention);
    }

    [Fact]
    public void A_history_is_kept_as_JSON()
    {
        CadenceEvent[] history = [.. TwoFalls, new MembersAsked(Day(8)), .. Both(9, CadenceChoice.Part), Held(12, 1)];
        Assert.Equal(history, JsonSerializer.Deserialize<CadenceEvent[]>(JsonSerializer.Serialize(history)));
    }

    private static CadenceEvent[] TwoFalls => [Booked(0, 1, 5), Fell(4, 1), Booked(4, 1, 9), Fell(8, 1)];

    private static CadenceEvent[] Both(int day, CadenceChoice choice) =>
        [new MemberAnswered(Day(day), new PersonId("mentor"), choice), new MemberAnswered(Day(day), new PersonId("mentee"), choice)];

    private static CadenceDecision Decide(int today, params CadenceEvent[] history) => Cadence.Decide(history, People, Rules, Day(today));

    private static SessionBooked Booked(int day, int session, int start) => new(Day(day), session, Day(start));

    private static SessionHeld Held(int day, int session) => new(Day(day), session);

    private static SessionUnscheduled Fell(int day, int session, UnscheduledReason reason = UnscheduledReason.Cancelled, string by = "mentee") =>
        new(Day(day), session, reason, new PersonId(by));

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero).AddDays(day);
}
