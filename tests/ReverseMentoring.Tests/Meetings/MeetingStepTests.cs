using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>A meeting's step as a whole: when it comes again, whom it wakes, and what fits into one of it.</summary>
public sealed class MeetingStepTests
{
    [Fact]
    public async Task While_the_cohort_is_paused_nothing_happens_and_it_looks_every_day()
    {
        await using var pair = Begin();
        pair.Change(state => state with { Status = CycleStatus.Paused });
        pair.Say(new(MeetingCommandKind.Cancel, Ana.Id, 1, null, 0));

        Assert.Equal(Now.AddDays(1), (await pair.Step()).WakeAt);
        Assert.Equal(0, pair.Session(1).Sequence);
        Assert.Single(await pair.Commands());
    }

    [Fact]
    public async Task The_outbox_is_woken_where_there_is_something_to_send()
    {
        await using var pair = Begin();
        var first = await pair.Step();
        Assert.Contains(ProcessId.Outbox, first.Starts);
        Assert.Equal("running", first.Phase);
        Assert.Empty((await pair.Step()).Starts);
    }

    [Fact]
    public async Task What_is_over_or_not_there_never_steps_again()
    {
        await using var pair = Begin();
        pair.Change(meeting => meeting with { Status = MeetingStatus.Completed });

        Assert.Equal(StepResult.Never, await pair.Step());
    }

    [Theory]
    [InlineData(Rows.Cohort)]
    [InlineData(Rows.State)]
    public async Task Nor_does_one_of_a_cohort_that_is_half_there(string key)
    {
        await using var pair = Begin();
        pair.Write(new Core.Store.Change.Delete(key));

        Assert.Equal(StepResult.Never, await pair.Step());
    }

    [Fact]
    public async Task A_pair_of_whom_one_row_is_gone_does_nothing()
    {
        await using var pair = Begin();
        pair.Write(new Core.Store.Change.Delete(Rows.Person + Ben.Id));

        Assert.Equal(StepResult.Never, await pair.Step());
        Assert.Null(pair.Session(1).InvitedSequence);
    }

    [Fact]
    public async Task A_series_that_is_too_long_for_one_write_ends_in_several()
    {
        await using var pair = Pair();
        pair.With([.. Enumerable.Range(1, 70).Select(number => pair.Told(number, 10 + number))]);
        pair.Ask(FormKind.Expectations, Ana);
        pair.Write(MeetingCommand.End(pair.Id));

        Assert.Equal(Now, (await pair.Step()).WakeAt);
        Assert.Equal(MeetingStatus.Running, pair.Meeting().Status);
        Assert.NotEmpty(await pair.Sessions());
        Assert.True((await pair.Settle()).Ended);
        Assert.Equal((MeetingStatus.Ended, MeetingEnd.ByManager), (pair.Meeting().Status, pair.Meeting().End));
        Assert.Empty(await pair.Sessions());
        Assert.Equal(140, (await pair.Mails(MailKind.SessionCancelled)).Count);
    }

    [Fact]
    public async Task A_series_of_which_much_is_due_at_once_is_gone_through_in_several_steps()
    {
        await using var circle = Circle();
        circle.With([.. Enumerable.Range(1, 30).Select(number => circle.Told(number, -31 + number))]);

        Assert.Equal(Now, (await circle.Step()).WakeAt);
        await circle.Settle();
        Assert.Equal(150, (await circle.Mails(MailKind.Pulse)).Count);
        Assert.All(await circle.Sessions(), session => Assert.Equal(0, session.PulseSequence));
    }

    /// <summary>Five questions and the session's row each; its mails, which may be written before, don't count.</summary>
    [Fact]
    public async Task A_step_does_as_much_as_one_write_surely_holds()
    {
        await using var circle = Circle();
        circle.With([.. Enumerable.Range(1, 12).Select(number => circle.Told(number, -13 + number))]);

        await circle.Step();
        Assert.Equal(11, (await circle.Sessions()).Count(session => session.PulseSequence == 0));
    }

    [Fact]
    public async Task So_is_one_of_which_many_questions_are_taken_back()
    {
        await using var circle = Circle();
        circle.With([.. Enumerable.Range(1, 30).Select(number => circle.Told(number, -50 + number) with { PulseSequence = 0 })]);
        foreach (var ask in Enumerable.Range(1, 30).SelectMany(number => circle.People.Select(person => new AskId(circle.Id.Value, FormKind.Pulse, number, person.Id))))
        {
            circle.Put(ask.AskKey, new Ask { Id = ask, SentAt = Now.AddDays(-30) });
        }

        await circle.Settle();
        Assert.Empty(await circle.Asks(FormKind.Pulse));
        Assert.All(await circle.Sessions(), session => Assert.Equal(SessionStatus.Unconfirmed, session.Status));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_do_nothing_is_written()
    {
        await using var pair = Begin();
        await pair.Settle();
        var before = await Everything(pair);
        pair.Clock.Advance(TimeSpan.FromMinutes(5));

        await pair.Step();
        Assert.Equal(before, await Everything(pair));

        static ValueTask<List<Core.Store.Row>> Everything(SteppedMeeting pair) => pair.Store.Query(Rows.Partition(Spring), Core.Store.KeyRange.Prefix("")).ToListAsync();
    }

    [Fact]
    public async Task What_was_asked_for_is_done_though_the_step_is_full()
    {
        await using var circle = Circle();
        circle.With([.. Enumerable.Range(1, 30).Select(number => circle.Told(number, -31 + number)), circle.Told(31, 10)]);
        circle.Say(new(MeetingCommandKind.Move, Ana.Id, 31, On(11), 0));

        await circle.Settle();
        Assert.Equal((On(11), 1), (circle.Session(31).Time, circle.Session(31).Sequence));
        Assert.Empty(await circle.Commands());
    }

    [Fact]
    public async Task Who_was_erased_is_told_of_no_end()
    {
        await using var pair = Pair();
        pair.With(pair.Told(1, 10));
        pair.Change(Ana with { Email = "", LeftAt = Now });

        await pair.Settle();
        Assert.Equal(["ben"], await pair.Told(MailKind.SessionCancelled));
    }

    [Fact]
    public async Task With_nothing_left_to_move_their_wish_to_meet_less_often_is_answered_all_the_same()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 0) with { PulseSequence = 0, InvitedSequence = 0 });
        pair.Put(Rows.History + pair.Id, new MeetingHistory(
        [
            new SessionUnscheduled(Now.AddHours(-2), 1, UnscheduledReason.Cancelled, Ana.Id), new SessionBooked(Now.AddHours(-2), 1, On(0).Start),
            new SessionUnscheduled(Now.AddHours(-1), 1, UnscheduledReason.Cancelled, Ben.Id), new SessionBooked(Now.AddHours(-1), 1, On(0).Start),
            new MembersAsked(Now.AddMinutes(-30)),
        ]));
        pair.Answer(FormKind.Cadence, Ana, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);
        pair.Answer(FormKind.Cadence, Ben, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);

        await pair.SettleAt(On(0).Start);
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.CadenceKept));
        Assert.Equal(1, pair.Meeting().CadenceChanges);
    }

    private static SteppedMeeting Begin()
    {
        var pair = Pair();
        return pair.With(pair.At(1, 10), pair.At(2, 38));
    }
}
