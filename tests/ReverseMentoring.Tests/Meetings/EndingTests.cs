using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Store;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>Why a meeting ends before its time, who hears of it, and what is left then: nothing that is held, asked or waited for.</summary>
public sealed class EndingTests
{
    public static TheoryData<string, MeetingEnd> Reasons => new()
    {
        { "left", MeetingEnd.SomebodyLeft },
        { "line", MeetingEnd.LineCrossed },
        { "manager", MeetingEnd.ByManager },
        { "replaced", MeetingEnd.Replaced },
        { "part", MeetingEnd.AnotherPartnerWished },
        { "cadence", MeetingEnd.AnotherPartnerWished },
        { "phase", MeetingEnd.OutOfTime },
        { "cancelled", MeetingEnd.CycleCancelled },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_pair_ends_with_all_that_belongs_to_it(string reason, MeetingEnd end)
    {
        await using var pair = Begin();
        Happens(pair, reason);

        var result = await pair.Settle();
        Assert.Equal((MeetingStatus.Ended, end, Now), (pair.Meeting().Status, pair.Meeting().End, pair.Meeting().EndedAt));
        Assert.Equal([1], (await pair.Sessions()).Select(session => session.Number));
        Assert.Empty(await pair.Held(Ana));
        Assert.Empty(await pair.Held(Ben));
        Assert.Empty(await pair.Asks(FormKind.Expectations));
        Assert.Empty(await pair.Commands());
        Assert.Empty(await pair.Store.Query(Rows.Partition(pair.Cohort.Id), KeyRange.Prefix(Waiting.Keys)).ToListAsync());
        Assert.Contains(ProcessId.OfCohort(pair.Cohort.Id), result.Starts);
        Assert.True(result.Ended);

        // Who has left hears of it too: the session stands in their calendar.
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionCancelled));
        Assert.All(await pair.Mails(MailKind.SessionCancelled), mail => Assert.Equal(2, mail.Session));
        string[] others = reason is "left" ? ["ben"] : ["ana", "ben"];
        Assert.Equal(end is MeetingEnd.OutOfTime or MeetingEnd.CycleCancelled ? [] : others, await pair.Told(MailKind.MeetingEnded));
        Assert.Equal(end is MeetingEnd.OutOfTime or MeetingEnd.CycleCancelled ? [] : others, (await pair.Seeking()).Select(row => row.Person!.Value.Value).Order());
    }

    [Theory]
    [InlineData(PhaseNames.Confirmation)]
    [InlineData(PhaseNames.Matching)]
    [InlineData(PhaseNames.Sessions)]
    public async Task It_goes_on_in_the_phases_around_its_beginning(string phase)
    {
        await using var pair = Begin();
        pair.Change(state => state with { Phase = phase });

        Assert.False((await pair.Settle()).Ended);
        Assert.Equal(MeetingStatus.Running, pair.Meeting().Status);
    }

    [Fact]
    public async Task Whoever_was_never_asked_whether_they_accept_hears_nothing_of_its_end()
    {
        await using var pair = Pair();
        pair.Change(meeting => meeting with { Status = MeetingStatus.Proposed, ProposedAt = null });
        pair.Write(Waiting.Begin(MeetingStatus.Proposed, pair.Id), MeetingCommand.End(pair.Id));

        await pair.Settle();
        Assert.Equal(MeetingStatus.Ended, pair.Meeting().Status);
        Assert.Empty(await pair.Mails(MailKind.MeetingEnded));
        Assert.Equal(2, (await pair.Seeking()).Count);
    }

    [Fact]
    public async Task Nobody_is_told_to_take_out_what_is_past_or_has_no_time_or_was_never_told()
    {
        await using var pair = Pair();
        pair.With(
            pair.At(1, -2) with { InvitedSequence = 0, PulseSequence = 0 }, pair.At(2, 10) with { InvitedSequence = 0, UnscheduledAt = Now }, pair.At(3, 20));
        pair.Write(MeetingCommand.End(pair.Id));

        await pair.Settle();
        Assert.Empty(await pair.Mails(MailKind.SessionCancelled));
        Assert.Equal([1], (await pair.Sessions()).Select(session => session.Number));
    }

    /// <summary>Whoever has answered shows in nothing: a session that nobody had answered for went with its pair, and was counted as lost.</summary>
    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_session_that_is_over_stays_though_nobody_has_said_yet_what_became_of_it(string reason, MeetingEnd end)
    {
        await using var pair = Pair();
        pair.With(pair.At(1, -2) with { InvitedSequence = 0, PulseSequence = 0 }, pair.At(2, 10));
        Happens(pair, reason);

        await pair.Settle();
        var left = Assert.Single(await pair.Sessions());
        Assert.Equal((1, SessionStatus.Unconfirmed, end), (left.Number, left.Status, pair.Meeting().End!.Value));
    }

    [Fact]
    public async Task A_long_series_ends_in_several_steps()
    {
        await using var pair = Pair();
        pair.With([.. Enumerable.Range(1, 60).Select(number => pair.At(number, 7 * number))]);
        pair.Write(MeetingCommand.End(pair.Id));

        var first = await pair.Step();
        Assert.Equal((Now, MeetingStatus.Running), (first.WakeAt, pair.Meeting().Status));
        Assert.InRange((await pair.Sessions()).Count, 1, 59);
        await pair.Settle();
        Assert.Equal(MeetingStatus.Ended, pair.Meeting().Status);
        Assert.Empty(await pair.Sessions());
    }

    [Fact]
    public async Task A_paused_cohort_s_meetings_do_nothing_but_look_once_a_day_whether_it_goes_on()
    {
        await using var pair = Begin();
        pair.Change(state => state with { Status = CycleStatus.Paused });
        pair.Write(MeetingCommand.End(pair.Id));

        Assert.Equal(Now.AddDays(1), (await pair.Settle()).WakeAt);
        Assert.Equal(MeetingStatus.Running, pair.Meeting().Status);
    }

    [Fact]
    public async Task What_is_over_or_was_never_there_has_nothing_more_to_do()
    {
        await using var pair = Begin();
        pair.Change(meeting => meeting with { Status = MeetingStatus.Completed });
        Assert.Equal(StepResult.Never, await pair.Step());
        Assert.Equal(3, (await pair.Sessions()).Count);
    }

    private static void Happens(SteppedMeeting pair, string reason)
    {
        switch (reason)
        {
            case "left": pair.Change(Ana with { LeftAt = Now }); break;
            case "line": pair.Write(MeetingCommand.LineCrossed(pair.Id, Ana.Id)); break;
            case "manager": pair.Write(MeetingCommand.End(pair.Id)); break;
            case "replaced": pair.Write(MeetingCommand.Replace(pair.Id)); break;
            case "part": pair.Write(MeetingCommand.Part(pair.Id, Ben.Id)); break;
            case "phase": pair.Change(state => state with { Phase = PhaseNames.Feedback }); break;
            case "cancelled": pair.Change(state => state with { Status = CycleStatus.Cancelled }); break;
            default:
                pair.Put(Rows.History + pair.Id, new MeetingHistory([new MembersAsked(Now.AddDays(-1))]));
                pair.Answer(FormKind.Cadence, Ben, new CadenceAnswer(CadenceChoice.Part), 1);
                break;
        }
    }

    /// <summary>One session is over, one is told and to come, one is not told yet; what they expect is asked.</summary>
    private static SteppedMeeting Begin()
    {
        var pair = Pair();
        pair.With(
            pair.At(1, -10) with { Status = SessionStatus.Held, InvitedSequence = 0 },
            pair.Told(2, 10), pair.At(3, 38));
        pair.Change(meeting => meeting with { SessionsPlanned = 3 });
        pair.Ask(FormKind.Expectations, Ana);
        return pair;
    }
}
