using System.Globalization;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Needs;

/// <summary>Each reason holds where it should, and not a moment before.</summary>
public sealed class NeedTests
{
    private static readonly DateTimeOffset Now = new(2027, 5, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly MailCondition Fine = new(0, 0, null, null);

    [Fact]
    public void A_cohort_in_which_all_is_well_needs_nobody() => Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [Pair()], [Session(-10), Session(12)])));

    [Fact]
    public void A_pair_is_silent_after_five_weeks_without_a_session_and_not_while_one_is_near()
    {
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [Pair()], [Session(-34)])));
        Assert.Equal("silent", Slugs(Facts(PhaseNames.Sessions, [Pair()], [Session(-35)])));
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [Pair()], [Session(-36), Session(2)])));
        Assert.Equal("silent", Slugs(Facts(PhaseNames.Sessions, [Pair()], [Session(-36), Session(20)])));
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [Pair() with { IdealDays = 60 }], [Session(-36), Session(20)])));
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [Pair() with { Status = MeetingStatus.Completed }], [Session(-50)])));
        Assert.Equal("silent", Slugs(Facts(PhaseNames.Sessions, [Pair()], [Session(-36), Session(3) with { UnscheduledAt = Now }])));
    }

    [Fact]
    public void Where_nobody_has_come_by_an_open_call_that_is_over_the_manager_hears_of_it()
    {
        var over = Facts(PhaseNames.Retention);
        var none = new CohortStanding(over.State, [], [], []);
        Assert.Equal("nobody-came", Slugs(With(over.Cohort with { Settings = over.Cohort.Settings with { OpenCall = new() } }, none, over.State)));
        Assert.Empty(Slugs(With(over.Cohort, none, over.State)));
        Assert.Empty(Slugs(With(over.Cohort with { Settings = over.Cohort.Settings with { OpenCall = new() } }, over.Standing, over.State)));
        Assert.Empty(Slugs(With(over.Cohort with { Settings = over.Cohort.Settings with { OpenCall = new() } }, none, over.State with { Phase = PhaseNames.CallForTopics })));

        static NeedFacts With(Cohort cohort, CohortStanding standing, CycleState state) => new(cohort, state, standing, [], [], Turnout.NotTold, Fine, DirectoryFinding.None, Now);
    }

    /// <summary>Who has yet to begin is not silent: the manager hears at once when that is late, and on which day it is.</summary>
    [Fact]
    public void A_pair_that_has_yet_to_begin_is_told_with_its_first_day_where_that_is_late_and_is_not_silent()
    {
        var began = Pair() with { StartedAt = Now.AddDays(-3) };
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [began], [Session(20)])));
        var need = Assert.Single(NeedReader.FindAll(Facts(PhaseNames.Sessions, [began], [Session(40), Session(54)])));
        Assert.Equal(("late-start", Session(40).Time.Start), (need.Reason.Slug, need.Day));
        Assert.Equal("late-start", Slugs(Facts(PhaseNames.Sessions, [began with { StartedAt = Now.AddDays(-40) }], [Session(2)])));
        Assert.Equal("silent", Slugs(Facts(PhaseNames.Sessions, [began with { StartedAt = Now.AddDays(-40) }], [])));
        Assert.Contains("June 12", What(need), StringComparison.Ordinal);

        // In works council mode nobody is told when a pair meets.
        var facts = Facts(PhaseNames.Sessions, [began], [Session(40), Session(54)]);
        var undated = Assert.Single(NeedReader.FindAll(facts with { Cohort = facts.Cohort with { Settings = facts.Cohort.Settings with { WorksCouncil = true } } }));
        Assert.Equal(("late-start", null, "One pair: first session more than five weeks after they began"), (undated.Reason.Slug, undated.Day, What(undated)));

        static string What(Need need) => new NeedTexts(Facts(PhaseNames.Sessions).Cohort, new Localizer(Web.Localization.Texts.Shared, CultureInfo.GetCultureInfo("en"), Core.Time.Zone.Utc)).What(need);
    }

    /// <summary>Where something is done about it, and not the page on which it is read.</summary>
    [Theory]
    [InlineData("manager-left", NeedPlace.Settings)]
    [InlineData("turnout", NeedPlace.Cohort)]
    [InlineData("paused", NeedPlace.Cohort)]
    public void Each_leads_to_where_it_is_done(string slug, NeedPlace place) => Assert.Equal(place, NeedCatalogue.Find(slug).Place);

    /// <summary>Whether its people said that they met makes no difference: it would tell who answered.</summary>
    [Theory]
    [InlineData(SessionStatus.Planned)]
    [InlineData(SessionStatus.Held)]
    [InlineData(SessionStatus.Unconfirmed)]
    public void Silence_goes_by_the_clock(SessionStatus status) =>
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [Pair()], [Session(-20) with { Status = status }])));

    [Fact]
    public void Two_sessions_that_fell_in_a_row_are_told_once_and_less_than_what_is_worse()
    {
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [Pair() with { FallsInARow = 1 }], [Session(-10), Session(5)])));
        Assert.Equal("two-fell", Slugs(Facts(PhaseNames.Sessions, [Pair() with { FallsInARow = 2 }], [Session(-10), Session(5)])));
        Assert.Equal(Attention.Stuck, Slugs(Facts(PhaseNames.Sessions, [Pair() with { FallsInARow = 3, Attention = Attention.Stuck }], [Session(-10), Session(5)])));
    }

    [Fact]
    public void What_a_pair_s_process_notes_is_told_of_that_pair()
    {
        var need = Assert.Single(NeedReader.FindAll(Facts(PhaseNames.Sessions, [Pair() with { Status = MeetingStatus.Ended, Attention = Attention.NoCommonTime }], [])));

        Assert.Equal((Attention.NoCommonTime, 1, new MeetingId("p")), (need.Reason.Slug, need.Count, Assert.Single(need.Meetings)));
    }

    [Fact]
    public void Low_turnout_is_told_when_half_of_the_days_are_over_and_once_only()
    {
        var asking = Facts(PhaseNames.OffersAndWishes) with { Turnout = Turnout.UnderHalf };
        Assert.Empty(Slugs(asking with { State = asking.State with { OpenedAt = Now.AddDays(-5) } }));
        var late = asking.State with { OpenedAt = Now.AddDays(-5.1) };
        Assert.Equal("turnout-low", Slugs(asking with { State = late }));
        Assert.Empty(Slugs(asking with { State = late, Turnout = Turnout.NotTold }));
        Assert.Empty(Slugs(asking with { State = late, Turnout = Turnout.OverHalf }));
        Assert.Equal("turnout", Slugs(asking with { State = late with { ExtendedForTurnout = true } }));
    }

    [Fact]
    public void A_review_that_waits_is_told_until_it_is_approved()
    {
        var review = Facts(PhaseNames.Review, [Pair() with { Status = MeetingStatus.Draft }], []);
        Assert.Equal("review no-topic", Slugs(review));
        Assert.Empty(Slugs(review with { State = review.State with { Approved = true } }));
        Assert.Equal("review", Slugs(review with { Meetings = [Pair() with { Status = MeetingStatus.Draft, Members = [new(new("a"), Role.Mentor, []), new(new("gone"), Role.Mentee, [])] }] }));
        Assert.Equal("paused", Slugs(review with { State = review.State with { Status = CycleStatus.Paused } }));
    }

    /// <summary>After the review the matching finds new partners by itself: one with nothing in common is asked, and the manager hears so.</summary>
    [Fact]
    public void A_pair_with_nothing_in_common_that_is_proposed_later_is_told_and_one_that_the_manager_proposed_is_not()
    {
        var later = Pair() with { Status = MeetingStatus.Proposed, Round = 2 };
        Assert.Equal("no-topic-later", Slugs(Facts(PhaseNames.Sessions, [later])));
        Assert.Equal("no-topic-later", Slugs(Facts(PhaseNames.Confirmation, [later])));
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [later with { Round = 1 }])));
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [later with { Replaces = [] }])));
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions, [later with { Exchange = new([new(new("careers"), Level.Expert, 1)], []) }])));
    }

    [Fact]
    public void Who_came_by_themselves_and_waits_needs_the_manager() =>
        Assert.Equal("to-admit", Slugs(Facts(PhaseNames.CallForTopics) with { ToAdmit = 11 }));

    [Fact]
    public void Mails_that_fail_wait_or_are_refused_are_told_apart()
    {
        Assert.Equal("mails-failed", Slugs(Facts(PhaseNames.Sessions) with { Mails = Fine with { FailedToPeople = 2 } }));
        Assert.Equal("manager-unreached", Slugs(Facts(PhaseNames.Sessions) with { Mails = Fine with { FailedToManager = 1 } }));
        Assert.Empty(Slugs(Facts(PhaseNames.Sessions) with { Mails = Fine with { RefusingSince = Now.AddMinutes(-50) } }));
        Assert.Equal("mail-refused", Slugs(Facts(PhaseNames.Sessions) with { Mails = Fine with { RefusingSince = Now.AddMinutes(-61) } }));
    }

    /// <summary>The third of May is a Monday: what was approved on Saturday has had no hour to go in yet, nor has what a pause held back.</summary>
    [Fact]
    public void Mails_are_late_once_they_have_waited_for_a_working_day_in_which_they_could_go()
    {
        var sessions = Facts(PhaseNames.Sessions);
        Assert.Empty(At(Now, queued: Now.AddDays(-2)));
        Assert.Equal("mail-stuck", At(Now.AddHours(24), queued: Now.AddDays(-2)));
        Assert.Empty(At(Now, queued: Now.AddDays(-3).AddHours(9)));
        Assert.Equal("mail-stuck", At(Now.AddHours(10), queued: Now.AddDays(-3).AddHours(9)));
        Assert.Equal("mail-stuck", At(Now.AddHours(25), queued: Now));
        Assert.Empty(At(Now.AddHours(23), queued: Now));
        Assert.Empty(At(Now.AddDays(3), queued: Now, resumed: Now.AddDays(2.1)));
        Assert.Equal("mail-stuck", At(Now.AddDays(3), queued: Now, resumed: Now.AddDays(1.9)));

        string At(DateTimeOffset now, DateTimeOffset queued, DateTimeOffset? resumed = null) =>
            Slugs(sessions with { Now = now, Mails = Fine with { WaitingSince = queued }, State = sessions.State with { ResumedAt = resumed } });
    }

    [Fact]
    public void Whom_the_directory_no_longer_knows_is_named_to_the_manager()
    {
        var needs = NeedReader.FindAll(Facts(PhaseNames.Sessions) with { Directory = new([new("a")], IsManagerGone: true) });

        Assert.Equal(["manager-left", "directory-gone"], needs.Select(need => need.Reason.Slug));
        Assert.Equal([new("a")], needs[1].People);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("pt")]
    public void Each_reason_says_what_and_what_to_do_in_each_language(string language) => Assert.All(NeedCatalogue.All, reason =>
    {
        var texts = NeedTexts.Texts.OfLanguage(CultureInfo.GetCultureInfo(language == "en" ? "" : language));
        Assert.Contains($"{reason.Slug}.What", texts.Keys);
        Assert.Contains($"{reason.Slug}.Do", texts.Keys);
        Assert.False(string.IsNullOrWhiteSpace(reason.Problem) || string.IsNullOrWhiteSpace(reason.ToDo));
    });

    private static string Slugs(NeedFacts facts) => string.Join(' ', NeedReader.FindAll(facts).Select(need => need.Reason.Slug));

    private static NeedFacts Facts(string phase, Meeting[]? meetings = null, Session[]? sessions = null)
    {
        var cohort = new Cohort(
            new("spring"), new() { Name = "Spring", Start = new(2027, 1, 5), Contacts = new(new("Pat", "pat@example.com"), new("Nia", "nia@example.net")) }, Now.AddDays(-100));
        var state = new CycleState { Phase = phase, EnteredAt = Now.AddDays(-60), OpenedAt = Now.AddDays(-60) };
        CountedPerson[] people = [new(new("a"), Role.Mentor, true), new(new("b"), Role.Mentee, true)];
        return new(
            cohort, state, new(state, people, meetings ?? [], sessions ?? []), meetings ?? [], sessions ?? [], Turnout.NotTold, Fine, DirectoryFinding.None, Now);
    }

    private static Meeting Pair() => new()
    {
        Id = new("p"), Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Running, StartedAt = Now.AddDays(-50),
        Members = [new(new("a"), Role.Mentor, []), new(new("b"), Role.Mentee, [])],
    };

    private static Session Session(int days) => Core.Meetings.Records.Session.Planned(new("p"), days + 100, new(Now.AddDays(days).AddHours(-1), Now.AddDays(days)), []);
}
