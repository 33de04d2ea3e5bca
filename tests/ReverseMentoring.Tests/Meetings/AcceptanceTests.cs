using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>A pair that is proposed: asked, reminded, begun or not formed.</summary>
public sealed class AcceptanceTests
{
    private static readonly MeetingId Other = new("p-other");

    /// <summary>In Berlin, where the cohort is.</summary>
    private static readonly DateTimeOffset DayOver = new(2027, 3, 1, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Both_are_asked_once_and_can_be_found_as_its_members_from_then_on()
    {
        await using var pair = Proposed(isAsked: false);

        Assert.Equal(Now.AddHours(1), (await pair.Settle()).WakeAt);
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.Introduction));
        Assert.Equal(["ana", "ben"], (await pair.Asks(FormKind.Confirmation)).Select(ask => ask.Id.Person.Value).Order());
        Assert.True(pair.Has(MeetingRepository.MemberKey(Ana.Id, pair.Id)));
        Assert.Equal(Now, pair.Meeting().ProposedAt);
        await pair.Settle();
        Assert.Equal(2, (await pair.Mails(MailKind.Introduction)).Count);
    }

    [Fact]
    public async Task With_both_yeses_it_runs_and_its_series_is_planned_at_once()
    {
        await using var pair = Proposed();
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(true));
        pair.Ask(FormKind.Confirmation, Ben, Now);
        await pair.Settle();
        Assert.Equal(MeetingStatus.Proposed, pair.Meeting().Status);

        pair.Answer(FormKind.Confirmation, Ben, new ConfirmationAnswer(true));
        await pair.Settle();
        Assert.Equal((MeetingStatus.Running, Now), (pair.Meeting().Status, pair.Meeting().StartedAt));
        Assert.Equal(6, pair.Meeting().SessionsPlanned);
        Assert.Empty(await Waits(pair, MeetingStatus.Proposed));
        Assert.Equal([pair.Id], await Waits(pair, MeetingStatus.Running));
    }

    [Fact]
    public async Task One_no_ends_it_with_its_day_and_whoever_has_not_answered_is_asked_no_more()
    {
        await using var pair = Proposed();
        pair.Ask(FormKind.Confirmation, Ben, Now);
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(false));

        Assert.Equal(DayOver, (await pair.Settle()).WakeAt);
        Assert.Equal(MeetingStatus.Proposed, pair.Meeting().Status);
        var result = await pair.SettleAt(DayOver);
        Assert.Equal((MeetingStatus.Declined, DayOver), (pair.Meeting().Status, pair.Meeting().EndedAt));
        Assert.Empty(await pair.Asks(FormKind.Confirmation));
        Assert.Empty(await Waits(pair, MeetingStatus.Proposed));
        Assert.True(result.Ended);
        Assert.Contains(ProcessId.OfCohort(pair.Cohort.Id), result.Starts);
        Assert.Empty(await pair.Seeking());
    }

    /// <summary>With the day of the no, or at the deadline.</summary>
    [Theory]
    [InlineData(false, true, false, new[] { "ben" })]
    [InlineData(false, false, false, new string[0])]
    [InlineData(null, true, false, new[] { "ben" })]
    [InlineData(true, true, true, new[] { "ana", "ben" })]
    public async Task Whoever_said_yes_hears_when_it_comes_to_nothing_and_not_before(bool? ana, bool ben, bool keptApart, string[] told)
    {
        await using var pair = Proposed();
        pair.Change(meeting => meeting with { KeptApart = keptApart });
        if (ana is { } said)
        {
            pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(said));
        }
        else
        {
            pair.Ask(FormKind.Confirmation, Ana, Now);
        }

        pair.Answer(FormKind.Confirmation, Ben, new ConfirmationAnswer(ben));
        var ends = ana is false ? DayOver : Deadline(pair);
        await pair.SettleAt(ends.AddMinutes(-1));
        Assert.Empty(await pair.Mails(MailKind.NotFormed));
        await pair.SettleAt(ends);
        Assert.Equal(MeetingStatus.Declined, pair.Meeting().Status);
        Assert.Equal(told, await pair.Told(MailKind.NotFormed));
    }

    /// <summary>The last call goes, and then the phase gets five days more.</summary>
    [Fact]
    public async Task A_reminder_notes_whether_there_is_more_time_than_the_one_before_had_said()
    {
        await using var pair = Proposed();
        pair.Ask(FormKind.Confirmation, Ben, Now);
        await pair.SettleAt(Deadline(pair).AddDays(-1));
        var first = Assert.Single(await pair.Asks(FormKind.Confirmation));
        Assert.Equal((Deadline(pair), false), (first.ToldEnd, first.HasMoreTime));

        pair.Change(state => state with { ExtraDays = 5 });
        var end = pair.Cohort.EndOfDay(Now, pair.Cohort.Settings.Phases.Confirmation + 5);
        await pair.SettleAt(end.AddHours(-30));
        var second = Assert.Single(await pair.Asks(FormKind.Confirmation));
        Assert.Equal((end, true), (second.ToldEnd, second.HasMoreTime));
        Assert.Equal(2, (await pair.Mails(MailKind.Reminder)).Count);
    }

    [Fact]
    public async Task While_sessions_are_held_both_look_for_others_then()
    {
        await using var pair = Proposed(phase: PhaseNames.Sessions);
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(false));

        await pair.SettleAt(DayOver);
        Assert.Equal(2, (await pair.Seeking()).Count);
    }

    [Fact]
    public async Task A_pair_that_the_manager_has_locked_hears_a_no_at_its_deadline_and_not_before()
    {
        await using var pair = Proposed();
        pair.Change(meeting => meeting with { Wanted = true });
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(false));
        pair.Ask(FormKind.Confirmation, Ben, Now);

        await pair.Settle();
        Assert.Equal(MeetingStatus.Proposed, pair.Meeting().Status);
        await pair.SettleAt(Deadline(pair).AddMinutes(-1));
        Assert.Equal(MeetingStatus.Proposed, pair.Meeting().Status);
        await pair.SettleAt(Deadline(pair));
        Assert.Equal(MeetingStatus.Declined, pair.Meeting().Status);
    }

    [Fact]
    public async Task Who_are_kept_apart_never_begin_whatever_they_say()
    {
        await using var pair = Proposed();
        pair.Change(meeting => meeting with { Wanted = true, KeptApart = true });
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(true));
        pair.Answer(FormKind.Confirmation, Ben, new ConfirmationAnswer(true));

        Assert.Equal(Deadline(pair), (await pair.Settle()).WakeAt);
        Assert.Equal(MeetingStatus.Proposed, pair.Meeting().Status);
        await pair.SettleAt(Deadline(pair));
        Assert.Equal(MeetingStatus.Declined, pair.Meeting().Status);
    }

    [Fact]
    public async Task Who_is_silent_is_reminded_and_at_the_deadline_it_is_not_formed()
    {
        await using var pair = Proposed();
        pair.Ask(FormKind.Confirmation, Ben, Now);
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(true));
        var reminder = On(4, 7).Start;

        Assert.Equal(reminder, (await pair.Settle()).WakeAt);
        await pair.SettleAt(reminder);
        Assert.Equal(["ben"], await pair.Told(MailKind.Reminder));
        await pair.SettleAt(Deadline(pair));
        Assert.Equal(MeetingStatus.Declined, pair.Meeting().Status);
    }

    [Theory]
    [InlineData(PhaseNames.Confirmation, true)]
    [InlineData(PhaseNames.Sessions, false)]
    public async Task Days_that_the_phase_was_given_and_its_end_by_the_manager_count_in_that_phase_only(string phase, bool counts)
    {
        await using var pair = Proposed(phase: phase);
        pair.Ask(FormKind.Confirmation, Ben, Now);
        pair.Change(state => state with { ExtraDays = 3 });
        await pair.SettleAt(Deadline(pair));
        Assert.Equal(counts ? MeetingStatus.Proposed : MeetingStatus.Declined, pair.Meeting().Status);

        await using var closed = Proposed(phase: phase);
        closed.Ask(FormKind.Confirmation, Ben, Now);
        closed.Change(state => state with { CloseNow = true });
        await closed.Settle();
        Assert.Equal(counts ? MeetingStatus.Declined : MeetingStatus.Proposed, closed.Meeting().Status);
    }

    [Fact]
    public async Task Whoever_has_not_had_the_question_yet_is_waited_for()
    {
        await using var pair = Proposed();
        pair.Ask(FormKind.Confirmation, Ben);

        await pair.SettleAt(Deadline(pair).AddDays(1));
        Assert.Equal(MeetingStatus.Proposed, pair.Meeting().Status);
    }

    [Fact]
    public async Task Whoever_had_the_question_later_has_as_many_days_for_it()
    {
        await using var pair = Proposed();
        pair.Ask(FormKind.Confirmation, Ben, Now.AddDays(4));

        await pair.SettleAt(Deadline(pair).AddDays(1));
        Assert.Equal(MeetingStatus.Proposed, pair.Meeting().Status);
        await pair.SettleAt(Deadline(pair).AddDays(6));
        Assert.Equal(MeetingStatus.Declined, pair.Meeting().Status);
    }

    [Theory]
    [InlineData(MeetingStatus.Proposed, false, MeetingStatus.Proposed)]
    [InlineData(MeetingStatus.Proposed, true, MeetingStatus.Running)]
    [InlineData(MeetingStatus.Running, false, MeetingStatus.Running)]
    [InlineData(MeetingStatus.Completed, false, MeetingStatus.Running)]
    [InlineData(MeetingStatus.Declined, true, MeetingStatus.Declined)]
    [InlineData(MeetingStatus.Ended, true, MeetingStatus.Declined)]
    public async Task Of_a_swap_both_pairs_begin_or_neither(MeetingStatus other, bool accepted, MeetingStatus expected)
    {
        await using var pair = Proposed();
        Swap(pair, other, accepted);
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(true));
        pair.Answer(FormKind.Confirmation, Ben, new ConfirmationAnswer(true));

        pair.Clock.SetUtcNow(Deadline(pair));
        var result = await pair.Step();
        Assert.Equal(expected, pair.Meeting().Status);
        Assert.Equal(expected is MeetingStatus.Proposed ? [] : [ProcessId.OfMeeting(pair.Cohort.Id, Other)], result.Starts.Where(process => process.Kind == ProgrammeProcesses.MeetingKind));
        if (expected is MeetingStatus.Proposed)
        {
            Assert.Equal(Deadline(pair).AddDays(1), result.WakeAt);
        }
    }

    [Fact]
    public async Task A_swap_with_a_pair_that_is_gone_does_not_begin()
    {
        await using var pair = Proposed();
        pair.Change(meeting => meeting with { Together = Other });
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(true));
        pair.Answer(FormKind.Confirmation, Ben, new ConfirmationAnswer(true));

        await pair.Settle();
        Assert.Equal(MeetingStatus.Declined, pair.Meeting().Status);
    }

    [Fact]
    public async Task A_swap_with_two_who_are_kept_apart_waits_for_them_in_vain()
    {
        await using var pair = Proposed();
        Swap(pair, MeetingStatus.Proposed, accepted: true, keptApart: true);
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(true));
        pair.Answer(FormKind.Confirmation, Ben, new ConfirmationAnswer(true));

        await pair.Settle();
        Assert.Equal(MeetingStatus.Proposed, pair.Meeting().Status);
    }

    [Fact]
    public async Task Pairs_that_it_replaces_are_told_to_end_when_it_begins()
    {
        await using var pair = Proposed();
        pair.Change(meeting => meeting with { Replaces = [Other] });
        pair.Answer(FormKind.Confirmation, Ana, new ConfirmationAnswer(true));
        pair.Answer(FormKind.Confirmation, Ben, new ConfirmationAnswer(true));

        var result = await pair.Step();
        Assert.Contains(ProcessId.OfMeeting(pair.Cohort.Id, Other), result.Starts);
        var command = Assert.Single(await new MeetingRepository(pair.Store, pair.Cohort.Id).Commands(Other).ToListAsync());
        Assert.Equal(MeetingCommandKind.Replace, command.Value.Kind);
    }

    /// <param name="phase">The cohort's.</param>
    /// <param name="isAsked">Its two have been asked when it was proposed.</param>
    private static SteppedMeeting Proposed(string phase = PhaseNames.Confirmation, bool isAsked = true)
    {
        var pair = Pair();
        pair.Change(state => state with { Phase = phase });
        pair.Change(meeting => meeting with { Status = MeetingStatus.Proposed, StartedAt = null, ProposedAt = isAsked ? Now : null });
        pair.Write(Waiting.End(MeetingStatus.Running, pair.Id), Waiting.Begin(MeetingStatus.Proposed, pair.Id));
        return pair;
    }

    private static void Swap(SteppedMeeting pair, MeetingStatus status, bool accepted, bool keptApart = false)
    {
        pair.Change(meeting => meeting with { Together = Other });
        pair.Put(MeetingRepository.KeyOf(Other), new Meeting
        {
            Id = Other, Kind = MeetingKind.Pair, Round = 1, Status = status, KeptApart = keptApart, Members = [new(Kim.Id, Role.Mentor, []), new(Lea.Id, Role.Mentee, [])],
        });
        foreach (var person in accepted ? [Kim.Id, Lea.Id] : new[] { Kim.Id })
        {
            var id = new AskId(Other.Value, FormKind.Confirmation, 0, person);
            pair.Put(id.AnswerKey, new Answer<ConfirmationAnswer>(id, Now, new(true)));
        }
    }

    private static DateTimeOffset Deadline(SteppedMeeting pair) => pair.Cohort.EndOfDay(Now, pair.Cohort.Settings.Phases.Confirmation);

    private static async Task<IEnumerable<MeetingId>> Waits(SteppedMeeting pair, MeetingStatus status) =>
        await new MeetingRepository(pair.Store, pair.Cohort.Id).IdsOf(status).ToListAsync();
}
