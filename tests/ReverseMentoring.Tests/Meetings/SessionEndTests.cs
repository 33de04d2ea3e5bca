using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Cadences;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>What becomes of a session when its time is over: held, missed or unconfirmed, by what its people say and when.</summary>
public sealed class SessionEndTests
{
    private static readonly DateTimeOffset Asked = On(1).End.AddHours(1);

    [Fact]
    public async Task An_hour_after_its_end_all_are_asked_whether_they_met_once()
    {
        await using var pair = Begin();

        Assert.Equal(Asked, (await pair.SettleAt(On(1).End)).WakeAt);
        Assert.Empty(await pair.Asks(FormKind.Pulse));
        await pair.SettleAt(Asked);
        await pair.SettleAt(Asked.AddHours(1));
        var mails = await pair.Mails(MailKind.Pulse);
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.Pulse));
        Assert.All(mails, mail => Assert.Equal((1, 0, On(1).End.AddDays(14)), (mail.Session, mail.Sequence, mail.Until)));
        Assert.Equal(mails.Select(mail => mail.Ask!.Value), (await pair.Asks(FormKind.Pulse)).Select(ask => ask.Id));
        Assert.Equal((SessionStatus.Planned, 0), (pair.Session(1).Status, pair.Session(1).PulseSequence));
    }

    [Fact]
    public async Task One_yes_is_enough_and_is_kept_in_mind()
    {
        await using var pair = Begin();
        await pair.SettleAt(Asked);
        pair.Answer(FormKind.Pulse, Ben, new PulseAnswer(false, null), 1);
        pair.Answer(FormKind.Pulse, Ana, new PulseAnswer(true, 4), 1);

        await pair.SettleAt(Asked.AddHours(2));
        Assert.Equal(SessionStatus.Held, pair.Session(1).Status);
        Assert.Contains(new SessionHeld(Asked.AddHours(2), 1), await pair.History());
        Assert.Equal(2, (await pair.Asks(FormKind.Pulse)).Count);
    }

    [Fact]
    public async Task What_was_said_of_another_of_its_times_or_of_another_session_is_not_heard()
    {
        await using var pair = Begin();
        pair.Answer(FormKind.Pulse, Ana, new PulseAnswer(true, 4), 1, revision: 1);
        pair.Answer(FormKind.Pulse, Ana, new PulseAnswer(true, 4), 2);

        await pair.SettleAt(Asked);
        await pair.SettleAt(Asked.AddHours(1));
        Assert.Equal(SessionStatus.Planned, pair.Session(1).Status);
    }

    [Fact]
    public async Task Silence_is_waited_for_five_days_from_when_the_question_went_out_and_then_it_is_unconfirmed()
    {
        await using var pair = Begin();
        await pair.SettleAt(Asked);
        await Send(pair, On(3).Start);
        var until = On(3).Start.AddDays(5);

        Assert.Equal(until, (await pair.SettleAt(until.AddMinutes(-1))).WakeAt);
        Assert.Equal(SessionStatus.Planned, pair.Session(1).Status);
        await pair.SettleAt(until);
        Assert.Equal(SessionStatus.Unconfirmed, pair.Session(1).Status);
        Assert.Empty(await pair.Asks(FormKind.Pulse));
    }

    [Fact]
    public async Task What_is_unconfirmed_stays_so_whatever_is_said_or_recorded_later()
    {
        await using var pair = Begin();
        pair.Put(MeetingRepository.SessionKey(pair.Id, 1), pair.Told(1, 1) with { Status = SessionStatus.Unconfirmed, Reminded = true, PulseSequence = 0 });
        pair.Answer(FormKind.Pulse, Ana, new PulseAnswer(true, 4), 1);
        pair.Write(MeetingCommand.Hold(pair.Id, 1, On(1)));

        await pair.SettleAt(Asked.AddDays(9));
        Assert.Equal(SessionStatus.Unconfirmed, pair.Session(1).Status);
        Assert.DoesNotContain(await pair.History(), happened => happened is SessionHeld);
    }

    [Fact]
    public async Task With_it_its_own_questions_are_taken_back_and_no_others()
    {
        await using var pair = Begin();
        AskId[] others = [new(pair.Id.Value, FormKind.Cadence, 1, Ana.Id), new(pair.Id.Value, FormKind.Pulse, 2, Ana.Id), new(pair.Id.Value, FormKind.Pulse, 1, Ana.Id, 3)];
        foreach (var other in others)
        {
            pair.Put(other.AskKey, new Ask { Id = other });
        }

        await pair.SettleAt(Asked);
        await pair.SettleAt(On(1).End.AddDays(14));
        Assert.Equal(SessionStatus.Unconfirmed, pair.Session(1).Status);
        Assert.Equal(others.Select(ask => ask.AskKey).Order(), [.. (await pair.Asks(FormKind.Cadence)).Concat(await pair.Asks(FormKind.Pulse)).Select(ask => ask.Id.AskKey).Order()]);
    }

    [Fact]
    public async Task Questions_that_never_go_out_are_waited_for_two_weeks_from_its_end_at_most()
    {
        await using var pair = Begin();
        await pair.SettleAt(Asked);

        await pair.SettleAt(On(1).End.AddDays(14).AddMinutes(-1));
        Assert.Equal(SessionStatus.Planned, pair.Session(1).Status);
        await pair.SettleAt(On(1).End.AddDays(14));
        Assert.Equal(SessionStatus.Unconfirmed, pair.Session(1).Status);
    }

    [Fact]
    public async Task A_no_is_waited_for_two_days_and_then_another_time_is_found()
    {
        await using var pair = Begin();
        await pair.SettleAt(Asked);
        await Send(pair, Asked);
        pair.Answer(FormKind.Pulse, Ana, new PulseAnswer(false, null), 1);

        await pair.SettleAt(Asked.AddDays(2).AddMinutes(-1));
        Assert.Equal((0, On(1)), (pair.Session(1).Sequence, pair.Session(1).Time));
        await pair.SettleAt(Asked.AddDays(2));
        var again = pair.Session(1);
        Assert.Equal((SessionStatus.Planned, 1, true), (again.Status, again.Sequence, again.Time.Start > Asked.AddDays(2)));
        Assert.Contains(await pair.History(), happened => happened is SessionUnscheduled { Session: 1, Reason: UnscheduledReason.Missed, By: null });
        Assert.Empty(await pair.Asks(FormKind.Pulse));
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionMoved));
    }

    [Fact]
    public async Task Two_nos_are_not_waited_for()
    {
        await using var pair = Begin();
        await pair.SettleAt(Asked);
        pair.Answer(FormKind.Pulse, Ana, new PulseAnswer(false, null), 1);
        pair.Answer(FormKind.Pulse, Ben, new PulseAnswer(false, null), 1);

        pair.Clock.SetUtcNow(Asked.AddMinutes(5));
        Assert.Equal(Asked.AddMinutes(5), (await pair.Step()).WakeAt);
        Assert.Equal((1, 1), (pair.Session(1).Sequence, pair.Session(1).InvitedSequence));
    }

    /// <summary>Told of their first session, which is tomorrow; the second is a month later.</summary>
    private static SteppedMeeting Begin()
    {
        var pair = Pair();
        pair.With(pair.Told(1, 1) with { Reminded = true }, pair.At(2, 38));
        return pair;
    }

    /// <summary>The questions leave the outbox.</summary>
    private static async Task Send(SteppedMeeting pair, DateTimeOffset at)
    {
        foreach (var ask in await pair.Asks(FormKind.Pulse))
        {
            pair.Put(ask.Id.AskKey, ask with { SentAt = at });
        }
    }
}
