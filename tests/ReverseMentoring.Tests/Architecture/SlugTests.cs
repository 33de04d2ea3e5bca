using System.Text.Json;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>
/// What is stored for months, or sent, is called what it was called. A change here is no mistake by itself, but makes what
/// stands in a deployment unreadable: it needs a way for that.
/// </summary>
public sealed class SlugTests
{
    /// <summary>All whose words stand in rows, links or answers of the HTTP interface, in their order.</summary>
    private static readonly Dictionary<Type, string> Pinned = new()
    {
        [typeof(AccessAct)] = "made adopted rotated revoked appeared given removed",
        [typeof(FormKind)] = "topics offers confirmation expectations pulse half-time feedback reschedule participation cancel cadence delegate own-act pair",
        [typeof(MeetingFormat)] = "either in-person remote",
        [typeof(OwnActKind)] = "leave erase delegate part move",
        [typeof(MailKind)] =
            "topics-invitation offers-invitation introduction briefing session-invitation session-reminder session-moved session-cancelled "
            + "pulse half-time feedback-invitation reminder meeting-ended unmatched cycle-cancelled thanks topics-ready review-ready review-reminder "
            + "turnout-low report-ready weekly-digest application-confirm application-waiting application-admitted application-over cadence-asked cadence-kept rhythm-wished delegate-named taken-out brought-back circle-introduction circle-changed "
            + "presenter-changed links-renewed address-changed own-act own-code no-thanks-said waiting-over manager-sees-more not-formed",
        [typeof(MailState)] = "queued sending sent dropped refused unknown bounced held",
        [typeof(MeetingCommandKind)] = "move part cancel look-again look-at-events join line-crossed end replace hold wish-rhythm answer-rhythm",
        [typeof(MeetingEnd)] = "somebody-left another-partner-wished cycle-cancelled out-of-time line-crossed too-few by-manager replaced no-common-time",
        [typeof(MeetingKind)] = "pair circle",
        [typeof(MeetingStatus)] = "draft proposed declined running completed ended",
        [typeof(SessionStatus)] = "planned held missed unconfirmed",
        [typeof(PersonCommandKind)] = "pause resume send-again take-out bring-back propose",
        [typeof(ApplicantState)] = "unconfirmed waiting refused",
        [typeof(Admission)] = "one-by-one first-come",
        [typeof(CalendarMode)] = "mail microsoft365",
        [typeof(CommandKind)] = "close extend pause resume cancel approve lock forbid free rerun erase change announce",
        [typeof(CycleStatus)] = "running paused cancelled erased",
        [typeof(MailLevel)] = "needed normal reminding",
        [typeof(FigureState)] = "shown at-least too-few few nearly-all",
        [typeof(ChangeWord)] = "not-told points-up points-down rose fell",
        [typeof(NoDraw)] = "places-for-all few-would-wait few-would-begin few-beside-spared",
        [typeof(Promise)] = "skill understanding trust voice belonging access confidence openness stay again recommend",
        [typeof(PartingReason)] = "time partner topics change other",
        [typeof(GoalKind)] = "skills bridges voice stay",
        [typeof(AskedSide)] = "both mentors mentees",
        [typeof(SurveyMoment)] = "start half-time end",
        [typeof(ItemScale)] = "agreement recommendation",
        [typeof(Turnout)] = "not-told under-half over-half nearly-all",
        [typeof(CadenceChoice)] = "go-on change-rhythm part",
        [typeof(UnscheduledReason)] = "cancelled declined missed overlapped",
        [typeof(EventOrganizer)] = "service-mailbox mentor mentee",
        [typeof(Level)] = "basics practised expert",
        [typeof(Role)] = "none mentor mentee",
        [typeof(PersonState)] = "invited taking-part in-pair waiting no-longer completed",
        [typeof(Trait)] = "zone department level language",
        [typeof(ManagerRole)] = "viewer manager administrator",
    };

    private static readonly DateTimeOffset Moment = new(2027, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rows_of_meetings_have_these_keys() => Assert.Equal(
        [
            "meeting.p-1", "meeting-of.ana.p-1", "session.p-1.002", "event.p-1.002", "history.p-1", "seeking.ana", "waiting.proposed.p-1", "waiting.running.p-1",
            "command.p-1.part.ana", "command.p-1.join.ana", "command.p-1.line.ana", "command.p-1.lookagain", "command.p-1.lookatevents",
            "command.p-1.session.20270105080000000.002.ana",
        ],
        [
            MeetingRepository.KeyOf(new MeetingId("p-1")), MeetingRepository.MemberKey(new PersonId("ana"), new MeetingId("p-1")), MeetingRepository.SessionKey(new MeetingId("p-1"), 2), MeetingRepository.EventKey(new MeetingId("p-1"), 2),
            MeetingRepository.HistoryKey(new MeetingId("p-1")), Seeking.Begin(new PersonId("ana")).Key, Waiting.Begin(MeetingStatus.Proposed, new MeetingId("p-1")).Key, Waiting.End(MeetingStatus.Running, new MeetingId("p-1")).Key,
            MeetingCommand.Part(new MeetingId("p-1"), new PersonId("ana")).Key, MeetingCommand.Join(new MeetingId("p-1"), new PersonId("ana"), []).Key, MeetingCommand.LineCrossed(new MeetingId("p-1"), new PersonId("ana")).Key,
            MeetingCommand.LookAgain(new MeetingId("p-1")).Key, MeetingCommand.LookAtEvents(new MeetingId("p-1")).Key,
            new MeetingCommand(MeetingCommandKind.Cancel, new PersonId("ana"), 2).SessionKey(new MeetingId("p-1"), Moment),
        ]);

    [Fact]
    public void Questions_have_these_keys() => Assert.Equal(
        ["ask.feedback.feedback-0-0.ana", "answer.feedback.feedback-0-0.ana", "ask.meeting.p-1.pulse-2-1.ana", "answer.meeting.p-1.pulse-2-1.ana", "answer.meeting."],
        [
            new AskId("feedback", FormKind.Feedback, 0, new PersonId("ana")).AskKey, new AskId("feedback", FormKind.Feedback, 0, new PersonId("ana")).AnswerKey,
            new AskId("p-1", FormKind.Pulse, 2, new PersonId("ana"), 1).AskKey, new AskId("p-1", FormKind.Pulse, 2, new PersonId("ana"), 1).AnswerKey, AskId.MeetingAnswers,
        ]);

    [Fact]
    public void Processes_and_ids_of_meetings_look_like_this()
    {
        Assert.Equal("meeting.spring.p-1", ProcessId.OfMeeting(new CohortId("spring"), new MeetingId("p-1")).Name);
        Assert.Equal(new("p-t4ps9y2ybsyhvzgr"), MeetingIds.OfPair(new PersonId("ben"), new PersonId("ana"), 1));
        Assert.Equal(new("c-x4au2nardups4jq8"), MeetingIds.OfCircle([new PersonId("ben"), new PersonId("ana")], 1));
        Assert.Equal(MeetingIds.OfCircle([new PersonId("ana"), new PersonId("ben")], 1), MeetingIds.OfCircle([new PersonId("ben"), new PersonId("ana")], 1));
    }

    [Fact]
    public void Enums_are_written_like_this() => Assert.All(Pinned, kind => Assert.Equal(kind.Value, Written(kind.Key)));

    /// <summary>One that is new in a row, an answer or a link is put among those that are pinned.</summary>
    [Theory]
    [InlineData("ReverseMentoring.Core")]
    [InlineData("ReverseMentoring.Web")]
    [InlineData("ReverseMentoring.LocalHost")]
    [InlineData("ReverseMentoring.Functions")]
    public void Each_enum_that_is_stored_or_sent_is_pinned(string project) =>
        Findings.AreNone(KeptEnums.In(project).Except(Pinned.Keys.Select(kind => kind.FullName!)));

    [Fact]
    public void Enums_are_found_in_rows_and_in_what_is_sent()
    {
        Assert.Contains(typeof(MeetingStatus).FullName!, KeptEnums.In("ReverseMentoring.Core"));
        Assert.Contains(typeof(PersonState).FullName!, KeptEnums.In("ReverseMentoring.Web"));
    }

    [Fact]
    public void States_of_meetings_are_the_same_in_keys() => Assert.Equal(Pinned[typeof(MeetingStatus)], Slugs<MeetingStatus>(status => status.Slug()));

    [Fact]
    public void What_is_named_without_an_enum_is_called_like_this()
    {
        Assert.Equal(
            "preparation call-for-topics offers-and-wishes matching review confirmation sessions feedback report retention erased", string.Join(' ', PhaseCatalogue.Names));
        Assert.Equal(
            "wishes-met wishes-returned shared-topics shared-hours shared-languages department-distance location-distance level-gap new-acquaintance",
            string.Join(' ', CriteriaCatalogue.All.Select(criterion => criterion.Code)));
        Assert.Equal(
            "reporting-line shared-manager forbidden earlier-pair level-gap language shared-hours free-slots",
            string.Join(' ', RuleCatalogue.For(MatchingPolicy.Default).Select(rule => rule.Code)));
    }

    /// <summary>Why a cohort needs its manager, as programs read it; texts are found by it too.</summary>
    [Fact]
    public void Needs_are_called_like_this() => Assert.Equal(
        "mail-refused manager-left manager-unreached paused to-admit topics review without no-topic no-topic-later nobody-came turnout turnout-low mail-stuck mails-failed directory-gone correction no-common-time stuck no-answer "
        + "not-rebooked two-fell silent late-start calendar fewer-sessions",
        string.Join(' ', NeedCatalogue.All.Select(reason => reason.Slug)));

    [Fact]
    public void Mails_are_called_like_this()
    {
        Assert.Equal(
            "topicsinvitation offersinvitation introduction briefing sessioninvitation sessionreminder sessionmoved sessioncancelled pulse halftime feedbackinvitation "
            + "reminder meetingended unmatched cyclecancelled thanks topicsready reviewready reviewreminder turnoutlow reportready weeklydigest applicationconfirm applicationwaiting applicationadmitted applicationover cadenceasked cadencekept rhythmwished delegatenamed "
            + "takenout broughtback circleintroduction circlechanged presenterchanged linksrenewed addresschanged ownact owncode nothankssaid waitingover managerseesmore notformed",
            Slugs<MailKind>(kind => kind.Slug()));
    }

    [Fact]
    public void A_mail_s_priority_stands_in_its_place_in_the_queue_like_this()
    {
        Assert.Equal("queue.1.20270105080000000.n", new Mail { Name = "n", Kind = MailKind.SessionMoved, QueuedAt = Moment }.QueueKey);
        Assert.Equal("5544221177862428333333022222222242200000424", string.Concat(Enum.GetValues<MailKind>().Select(kind => (int)kind.Declaration().Priority)));
    }

    [Fact]
    public void Forms_are_called_like_this()
    {
        Assert.Equal(
            "topics offers confirmation expectations pulse halftime feedback reschedule participation cancel cadence delegate ownact pair",
            Slugs<FormKind>(form => form.Slug()));
        const string InRows = "topics offers confirmation expectations pulse half-time feedback reschedule participation cancel cadence delegate own-act pair";
        Assert.Equal(InRows, Slugs<FormKind>(form => form.Declaration().Name));
        Assert.Equal(InRows, Pinned[typeof(FormKind)]);
        Assert.Equal(
            "Topics Offers Confirmation Expectations Pulse HalfTime Feedback Reschedule Participation Cancel Cadence Delegate OwnAct Pair",
            Slugs<FormKind>(form => form.Declaration().InLinks));
    }

    /// <summary>A signed link of an earlier release opens the same page.</summary>
    [Theory]
    [InlineData(FormKind.HalfTime, "azF-SGFsZlRpbWV-c3ByaW5nfmFuYX5wLTF-MH4wfjE3OTkxMzYwMDB-MTc5OTIyMjQwMA")]
    public void A_link_says_the_same(FormKind form, string payload)
    {
        var signer = new LinkSigner([new("k1", new byte[LinkSigner.KeyBytes])]);
        var link = new Link(form, new CohortId("spring"), new PersonId("ana"), "p-1", 0, Moment, Moment.AddDays(1));

        Assert.Equal(payload, signer.Sign(link).Split('.')[0]);
        Assert.Equal(link, signer.Verify(signer.Sign(link)));
    }

    [Fact]
    public void A_meeting_s_rows_hold_these_fields()
    {
        var time = new Interval(Moment, Moment.AddMinutes(50));
        Assert.Equal(
            """{"id":"p-1","kind":"pair","round":1,"status":"running","members":[{"person":"ben","role":"mentor","brings":[]},{"person":"ana","role":"mentee","brings":[]}],"former":[],"sessionsPlanned":0,"halfTimeAsked":false,"fallsInARow":0,"holding":false,"cadenceChanges":0,"memberChanges":0,"wanted":false,"keptApart":false,"topics":[],"exchange":{"taught":[],"returned":[]},"parts":[],"rota":[]}""",
            StoredJson.Write(new Meeting
            {
                Id = new MeetingId("p-1"), Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Running, Members = [new(new PersonId("ben"), Role.Mentor, []), new(new PersonId("ana"), Role.Mentee, [])],
            }));
        Assert.Equal(
            """{"meeting":"p-1","number":2,"status":"planned","time":{"start":"2027-01-05T08:00:00+00:00","end":"2027-01-05T08:50:00+00:00"},"firstTime":{"start":"2027-01-05T08:00:00+00:00","end":"2027-01-05T08:50:00+00:00"},"sequence":0,"reminded":false,"agreed":false,"clockChanged":false,"hourTaken":false,"looks":0,"attendanceChanges":0}""",
            StoredJson.Write(Session.Planned(new MeetingId("p-1"), 2, time, [])));
        Assert.Equal(
            """{"name":"n","kind":"session-moved","person":"ana","toDelegate":false,"meeting":"p-1","session":2,"sequence":1,"queuedAt":"2027-01-05T08:00:00+00:00","state":"queued","attempts":0,"unwritten":0,"again":0}""",
            StoredJson.Write(new Mail { Name = "n", Kind = MailKind.SessionMoved, Person = new PersonId("ana"), Meeting = new MeetingId("p-1"), Session = 2, Sequence = 1, QueuedAt = Moment }));
    }

    private static string Written(Type kind) =>
        string.Join(' ', Enum.GetValues(kind).Cast<object>().Select(value => JsonSerializer.Serialize(value, kind, StoredJson.Options).Trim('"')));

    private static string Slugs<T>(Func<T, string> slug)
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(slug));
}
