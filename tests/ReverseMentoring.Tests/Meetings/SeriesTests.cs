using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Store;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>All sessions of a meeting: planned at once, asked about in the middle, completed with the last, planned anew where its people want that.</summary>
public sealed class SeriesTests
{
    [Fact]
    public async Task A_pair_that_begins_has_its_whole_series_held_and_is_asked_what_it_expects()
    {
        await using var pair = Pair();

        await pair.Settle();
        var sessions = await pair.Sessions();
        Assert.Equal([1, 2, 3, 4, 5, 6], sessions.Select(session => session.Number));
        Assert.All(sessions, session => Assert.Equal((SessionStatus.Planned, 0, session.Time), (session.Status, session.Sequence, session.FirstTime)));
        Assert.All(sessions, session => Assert.Equal(SessionClock.Of(Ana.Zone, session.Time), session.Clock));
        Assert.All(sessions.Zip(sessions.Skip(1)), two => Assert.InRange((two.Second.Time.Start - two.First.Time.Start).TotalDays, 21, 45));
        // Five whole working days behind Monday the first: Tuesday the ninth.
        Assert.InRange(sessions[0].Time.Start, On(8, 0).Start, On(20).Start);
        Assert.Equal(sessions.Select(session => session.Time), await pair.Held(Ana));
        Assert.Equal(sessions.Select(session => session.Time), await pair.Held(Ben));
        Assert.Equal((6, null), (pair.Meeting().SessionsPlanned, pair.Meeting().Attention));
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.Briefing));
        Assert.Equal(2, (await pair.Asks(FormKind.Expectations)).Count);
        Assert.Equal(6, (await pair.History()).OfType<SessionBooked>().Count());
        Assert.Equal(0, sessions[0].InvitedSequence);
    }

    [Fact]
    public async Task A_circle_that_begins_has_its_rota_and_hears_who_is_in_it()
    {
        await using var circle = Circle();

        await circle.Settle();
        Assert.Equal(circle.Meeting().SessionsPlanned, circle.Meeting().Rota.Count);
        Assert.Equal(["ana", "ben", "kim", "lea", "luc"], await circle.Told(MailKind.CircleIntroduction));
        Assert.Empty(await circle.Asks(FormKind.Expectations));
    }

    [Fact]
    public async Task Where_there_is_no_time_at_all_it_ends_and_the_manager_sees_why()
    {
        await using var pair = Pair();
        pair.Change(Ben with { WorkingHours = new([]) });

        await pair.Settle();
        Assert.Equal((MeetingStatus.Ended, MeetingEnd.NoCommonTime, Attention.NoCommonTime), (pair.Meeting().Status, pair.Meeting().End, pair.Meeting().Attention));
        Assert.Empty(await pair.Sessions());
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.MeetingEnded));
    }

    [Fact]
    public async Task Fewer_sessions_than_asked_for_need_attention()
    {
        await using var pair = Pair();
        pair.Change(Ben with { Absences = [new(new(2027, 5, 1), new(2028, 5, 1))] });

        await pair.Settle();
        Assert.InRange(pair.Meeting().SessionsPlanned, 1, 5);
        Assert.Equal(Attention.FewerSessions, pair.Meeting().Attention);
    }

    [Theory]
    [InlineData(6, 2, false)]
    [InlineData(6, 3, true)]
    [InlineData(5, 2, false)]
    [InlineData(5, 3, true)]
    [InlineData(2, 1, true)]
    public async Task Half_time_is_asked_once_when_half_of_the_sessions_are_over(int sessions, int over, bool asked)
    {
        await using var pair = Long(sessions, over);

        await pair.Settle();
        await pair.Settle();
        Assert.Equal(asked ? ["ana", "ben"] : [], await pair.Told(MailKind.HalfTime));
        Assert.Equal(asked ? 2 : 0, (await pair.Asks(FormKind.HalfTime)).Count);
        Assert.Equal(asked, pair.Meeting().HalfTimeAsked);
    }

    [Fact]
    public async Task Of_one_session_there_is_no_half_and_once_that_survey_is_closed_nobody_is_asked()
    {
        await using var single = Pair();
        single.With(single.At(1, -1) with { PulseSequence = 0, InvitedSequence = 0 });
        await single.Settle();
        Assert.False(single.Meeting().HalfTimeAsked);

        await using var late = Long(4, 2);
        late.Change(state => state with { ClosedWaves = [WaveNames.HalfTime] });
        await late.Settle();
        Assert.Empty(await late.Mails(MailKind.HalfTime));
    }

    [Fact]
    public async Task With_its_last_session_it_is_completed_and_the_last_of_them_wakes_the_cohort()
    {
        await using var pair = Long(3, 3);
        pair.Put(Waiting.KeysOf(MeetingStatus.Running) + "p-other", new Dictionary<string, string> { ["meeting"] = "p-other" });
        pair.Ask(FormKind.Expectations, Ana);

        var result = await pair.Step();
        Assert.Equal((MeetingStatus.Completed, Now), (pair.Meeting().Status, pair.Meeting().EndedAt));
        Assert.True(result.Ended);
        Assert.DoesNotContain(ProcessId.OfCohort(pair.Cohort.Id), result.Starts);
        Assert.Empty(await pair.Asks(FormKind.Expectations));
        Assert.Equal(new Core.Vocabulary.MeetingId("p-other"), Assert.Single(await new MeetingRepository(pair.Store, pair.Cohort.Id).RunningIds().ToListAsync()));

        await using var last = Long(3, 3);
        Assert.Contains(ProcessId.OfCohort(last.Cohort.Id), (await last.Step()).Starts);
    }

    [Fact]
    public async Task After_two_falls_in_a_row_all_are_asked_how_to_go_on()
    {
        await using var pair = Fallen();

        await pair.Settle();
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.CadenceAsked));
        Assert.Equal(2, (await pair.Asks(FormKind.Cadence)).Count);
        Assert.Contains(new MembersAsked(Now), await pair.History());
        Assert.Equal(2, pair.Meeting().FallsInARow);
        Assert.Null(pair.Meeting().Attention);

        await pair.SettleAt(Now.AddDays(7).AddMinutes(-1));
        Assert.Null(pair.Meeting().Attention);
        await pair.SettleAt(Now.AddDays(7));
        Assert.Equal(Attention.NoAnswer, pair.Meeting().Attention);
        Assert.Equal(2, (await pair.Mails(MailKind.CadenceAsked)).Count);
    }

    [Fact]
    public async Task The_question_is_waited_for_a_week_and_asked_again_once_they_have_met_and_two_more_have_fallen()
    {
        await using var pair = Fallen(38, 66);
        Assert.Equal(Now.AddDays(7), (await pair.Settle()).WakeAt);
        Assert.Equal(Now.AddDays(7), (await pair.SettleAt(Now.AddHours(1))).WakeAt);

        var history = await pair.History();
        pair.Put(Rows.History + pair.Id, new MeetingHistory(
        [
            .. history, new SessionHeld(Now.AddHours(1), 7),
            new SessionUnscheduled(Now.AddHours(1), 1, UnscheduledReason.Cancelled, Ana.Id), new SessionBooked(Now.AddHours(1), 1, On(38).Start),
            new SessionUnscheduled(Now.AddHours(1), 2, UnscheduledReason.Cancelled, Ana.Id), new SessionBooked(Now.AddHours(1), 2, On(66).Start),
        ]));
        await pair.SettleAt(Now.AddHours(2));
        Assert.Equal([2, 2], (await pair.Asks(FormKind.Cadence)).Select(ask => ask.Id.Number));
        Assert.Equal(4, (await pair.Mails(MailKind.CadenceAsked)).Count);
    }

    [Fact]
    public async Task Falls_count_from_the_last_session_that_is_over_by_the_clock_and_what_calendars_did_counts_for_none()
    {
        await using var pair = Pair();
        pair.With(
            pair.At(1, -10) with { Status = SessionStatus.Held }, pair.At(2, -3) with { Status = SessionStatus.Unconfirmed }, pair.At(3, -1) with { Status = SessionStatus.Missed }, pair.At(4, 38));
        pair.Put(Rows.History + pair.Id, new MeetingHistory([Fell(-12, 1), Fell(-5, 2), Fell(-2, 3), Fell(-1, 4, UnscheduledReason.Overlapped), new SessionBooked(Now, 4, On(38).Start)]));

        await pair.Settle();
        Assert.Equal(1, pair.Meeting().FallsInARow);
    }

    [Fact]
    public async Task What_falls_at_the_end_of_a_session_is_no_fall_after_it()
    {
        await using var pair = Pair();
        pair.With(pair.Told(1, 0), pair.At(2, 38));
        pair.Put(Rows.History + pair.Id, new MeetingHistory([new SessionUnscheduled(On(0).End, 2, UnscheduledReason.Cancelled, Ana.Id), new SessionBooked(On(0).End, 2, On(38).Start)]));

        await pair.SettleAt(On(0).End);
        Assert.Equal(0, pair.Meeting().FallsInARow);
    }

    [Theory]
    [InlineData(-4, SessionStatus.Planned, 1, Attention.NotRebooked)]
    [InlineData(-2, SessionStatus.Planned, 1, Attention.FewerSessions)]
    [InlineData(-4, SessionStatus.Missed, 1, Attention.FewerSessions)]
    [InlineData(-4, SessionStatus.Planned, 4, Attention.Stuck)]
    public async Task The_most_pressing_reason_is_what_the_manager_sees(int fell, SessionStatus status, int falls, string attention)
    {
        await using var pair = Pair();
        pair.Change(Ben with { WorkingHours = new([]) });
        pair.With(pair.At(1, 4) with { Status = status, UnscheduledAt = Now.AddDays(fell) }, pair.At(2, 38));
        pair.Put(Rows.History + pair.Id, new MeetingHistory([.. Enumerable.Repeat<CadenceEvent>(Fell(fell, 1), falls)]));

        await pair.Settle();
        Assert.Equal(attention, pair.Meeting().Attention);
    }

    [Fact]
    public async Task An_answer_is_kept_in_mind_once_though_it_comes_in_the_moment_of_the_question()
    {
        await using var pair = Fallen(38, 66);
        await pair.Settle();
        pair.Answer(FormKind.Cadence, Ana, new CadenceAnswer(CadenceChoice.GoOn), 1);

        await pair.Settle();
        await pair.Settle();
        Assert.Equal(new MemberAnswered(Now, Ana.Id, CadenceChoice.GoOn), Assert.Single((await pair.History()).OfType<MemberAnswered>()));
    }

    [Fact]
    public async Task Who_would_rather_meet_less_often_does_and_the_cohort_s_longest_distance_holds()
    {
        await using var pair = Fallen();
        await pair.Settle();
        pair.Answer(FormKind.Cadence, Ana, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);
        pair.Answer(FormKind.Cadence, Ben, new CadenceAnswer(CadenceChoice.GoOn), 1);

        pair.Clock.SetUtcNow(Now.AddHours(1));
        Assert.Equal(Now.AddHours(1), (await pair.Step()).WakeAt);
        await pair.Settle();
        var (one, two) = (pair.Session(1), pair.Session(2));
        Assert.Equal((45, 1), (pair.Meeting().IdealDays, pair.Meeting().CadenceChanges));
        Assert.InRange((two.Time.Start - one.Time.Start).TotalDays, 40, 45.5);
        Assert.Equal((1, 1, one.Time, two.Time), (one.Sequence, two.Sequence, one.FirstTime, two.FirstTime));
        Assert.Equal([one.Time, two.Time], await pair.Held(Ben));
        Assert.Equal(1, (await pair.History()).OfType<SessionBooked>().Count(booked => booked.Session == 2));
        Assert.Equal(2, (await pair.History()).OfType<MemberAnswered>().Count());
        Assert.Empty(await pair.Mails(MailKind.CadenceKept));

        await pair.SettleAt(Now.AddHours(2));
        Assert.Equal(1, pair.Session(1).Sequence);
    }

    [Fact]
    public async Task Where_not_all_sessions_would_fit_any_more_all_stays_and_they_hear_so()
    {
        await using var pair = Fallen();
        await pair.Settle();
        pair.Change(Ben with { Absences = [new(new(2027, 4, 1), new(2028, 5, 1))] });
        pair.Answer(FormKind.Cadence, Ana, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);
        pair.Answer(FormKind.Cadence, Ben, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);

        await pair.SettleAt(Now.AddHours(1));
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.CadenceKept));
        Assert.All(await pair.Mails(MailKind.CadenceKept), mail => Assert.Contains(".1.", mail.Name, StringComparison.Ordinal));
        Assert.Equal((null, 1), (pair.Meeting().IdealDays, pair.Meeting().CadenceChanges));
        Assert.Equal(On(10), pair.Session(1).Time);
    }

    [Fact]
    public async Task What_is_planned_anew_lies_behind_what_has_begun_by_the_least_distance()
    {
        await using var pair = Fallen(10, 38);
        var begun = pair.At(3, -1) with { PulseSequence = 0, InvitedSequence = 0 };
        pair.Put(MeetingRepository.SessionKey(pair.Id, 3), begun);
        await pair.Settle();
        pair.Answer(FormKind.Cadence, Ana, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);
        pair.Answer(FormKind.Cadence, Ben, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);

        await pair.SettleAt(Now.AddHours(1));
        Assert.Equal(0, pair.Session(3).Sequence);
        Assert.InRange(pair.Session(1).Time.Start, On(20, 0).Start, On(40).Start);
    }

    [Fact]
    public async Task A_circle_with_somebody_who_never_has_time_meets_without_them_at_usual_distances()
    {
        await using var circle = Circle(settings => settings with { Sessions = settings.Sessions with { Sessions = 4 } });
        circle.Change(Luc with { WorkingHours = new([]) });

        await circle.Settle();
        var sessions = await circle.Sessions();
        Assert.Equal(4, sessions.Count);
        Assert.All(sessions, session => Assert.Equal([Luc.Id], session.Without!));
        Assert.All(sessions.Zip(sessions.Skip(1)), two => Assert.InRange((two.Second.Time.Start.Date - two.First.Time.Start.Date).Days, 21, 45));
        Assert.Empty(await circle.Held(Luc));
        Assert.Equal(4, (await circle.Held(Kim)).Count());
    }

    /// <summary>Some sessions are over, the others a month apart from each other to come.</summary>
    private static SteppedMeeting Long(int sessions, int over)
    {
        var pair = Pair(settings => settings with { Sessions = settings.Sessions with { Sessions = sessions } });
        return pair.With(
        [
            .. Enumerable.Range(1, sessions).Select(number => number <= over
                ? pair.At(number, -30 * (over - number + 1)) with { Status = SessionStatus.Held, InvitedSequence = 0 }
                : pair.At(number, 10 + (30 * (number - over - 1)))),
        ]);
    }

    /// <summary>Two sessions to come, both of which have lost their time once.</summary>
    private static SteppedMeeting Fallen(int first = 10, int second = 38)
    {
        var pair = Pair(settings => settings with { Sessions = settings.Sessions with { Sessions = 2 } });
        pair.With(pair.At(1, first), pair.At(2, second));
        pair.Put(Rows.History + pair.Id, new MeetingHistory(
        [
            new SessionBooked(Now, 1, On(8).Start), new SessionBooked(Now, 2, On(38).Start),
            new SessionUnscheduled(Now, 1, UnscheduledReason.Cancelled, Ana.Id), new SessionBooked(Now, 1, On(first).Start),
            new SessionUnscheduled(Now, 2, UnscheduledReason.Declined, Ben.Id), new SessionBooked(Now, 2, On(second).Start),
        ]));
        return pair;
    }

    private static SessionUnscheduled Fell(int day, int session, UnscheduledReason reason = UnscheduledReason.Cancelled) => new(Now.AddDays(day), session, reason, Ana.Id);
}
