using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>Everybody knows who the partner of somebody was who had themselves erased: what these had said isn't to be read from the pair.</summary>
public sealed class ErasedPartnerTests
{
    private static readonly CohortId Spring = new(SmallCohort.Id);
    private static readonly TopicId Technology = new("technology"), Careers = new("careers");

    private static readonly Meeting Found = SmallCohort.Pair with
    {
        ProposedAt = SmallCohort.Start, StartedAt = SmallCohort.Start.AddDays(1), Score = 8765, KeptApart = true, RhythmWish = new(SmallCohort.Ana.Id, 1, null),
        Parts = [new CriterionPart("wishes-met", 1, "topics", 9000, 5, 4321)],
    };

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions);
    private readonly SystemRandomSource random = new();

    private ParticipationService Participation => new(
        cohort.Store, new PersonRegister(cohort.Store, random), new ErasureLedger(cohort.Store, cohort.Clock), [], new Wakes(new DueRows(cohort.Store), new Silence(), cohort.Clock), random, cohort.Clock);

    [Theory]
    [InlineData(MeetingStatus.Draft)]
    [InlineData(MeetingStatus.Proposed)]
    [InlineData(MeetingStatus.Declined)]
    [InlineData(MeetingStatus.Running)]
    [InlineData(MeetingStatus.Completed)]
    [InlineData(MeetingStatus.Ended)]
    public async Task Nothing_that_somebody_said_is_left_in_their_pair_whatever_became_of_it(MeetingStatus status)
    {
        // Of a draft its two have not heard: no key of theirs leads to it.
        cohort.Put(MeetingRepository.KeyOf(Found.Id), Found with { Status = status });

        await Participation.Erase(Spring, SmallCohort.Ana.Id);

        var left = (await cohort.Find<Meeting>(MeetingRepository.KeyOf(Found.Id)))!;
        Assert.Equal((null, false, null), (left.Score, left.KeptApart, left.RhythmWish));
        Assert.Empty(left.Topics);
        Assert.Empty(left.Exchange.Taught);
        Assert.Empty(left.Exchange.Returned);
        Assert.Empty(left.Parts);
        Assert.Equal((status, Found.Mentor, Found.ProposedAt, Found.StartedAt, 6), (left.Status, left.Mentor, left.ProposedAt, left.StartedAt, left.SessionsPlanned));
    }

    [Fact]
    public async Task What_the_other_wishes_for_stays_theirs()
    {
        cohort.Put(MeetingRepository.KeyOf(Found.Id), Found with { RhythmWish = new(SmallCohort.Tomas.Id, 1, null) });

        await Participation.Erase(Spring, SmallCohort.Ana.Id);

        Assert.Equal(SmallCohort.Tomas.Id, (await cohort.Find<Meeting>(MeetingRepository.KeyOf(Found.Id)))!.RhythmWish!.By);
    }

    [Theory]
    [InlineData(true, "Europe/Berlin", "de")]
    [InlineData(false, "UTC", "en")]
    public async Task Who_is_nobody_lives_where_the_cohort_does_and_speaks_its_language_if_there_is_one(bool isThere, string zone, string language)
    {
        cohort.Put(Rows.Cohort, cohort.Cohort with { Settings = cohort.Cohort.Settings with { Language = "de" } });
        if (!isThere)
        {
            await cohort.Store.Write(Rows.Partition(Spring), [new Change.Delete(Rows.Cohort)]);
        }

        await Participation.Erase(Spring, SmallCohort.Ana.Id);

        var nobody = (await cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!;
        Assert.Equal((zone, language), (nobody.TimeZone, Assert.Single(nobody.Languages)));
    }

    /// <summary>What they proposed goes too, but while the manager looks at all proposals: one that went with somebody would tell whose it was.</summary>
    [Theory]
    [InlineData(PhaseNames.Sessions, false, false)]
    [InlineData(PhaseNames.CallForTopics, false, false)]
    [InlineData(PhaseNames.CallForTopics, true, true)]
    public async Task What_they_answered_in_any_phase_goes(string phase, bool isCollected, bool topicsStay)
    {
        cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = phase, AnsweredAt = isCollected ? SmallCohort.Start : null });
        var (ana, topics) = (SmallCohort.Ana.Id, new AskId(PhaseNames.CallForTopics, FormKind.Topics, 0, SmallCohort.Ana.Id));
        AskId[] asks = [topics, new(PhaseNames.OffersAndWishes, FormKind.Offers, 0, ana), new(PhaseNames.Feedback, FormKind.Feedback, 0, ana), AskId.Parting(ana)];
        foreach (var ask in asks)
        {
            cohort.Put(ask.AnswerKey, new { said = new[] { "something" } });
        }

        await Participation.Erase(Spring, ana);

        Assert.Equal(topicsStay ? [topics.AnswerKey] : [], await cohort.Store.Query(Rows.Partition(Spring), KeyRange.Prefix(Rows.Answer)).Select(row => row.Key).ToListAsync());
    }

    [Fact]
    public async Task When_mails_went_to_them_and_to_whoever_keeps_their_calendar_is_not_kept()
    {
        string[] keys = [Rows.Mailed + SmallCohort.Ana.Id, Rows.Mailed + SmallCohort.Ana.Id + "-delegate"];
        foreach (var key in keys)
        {
            cohort.Put(key, new { moments = new[] { SmallCohort.Start } });
        }

        await Participation.Erase(Spring, SmallCohort.Ana.Id);

        Assert.Empty(await cohort.Store.Query(Rows.Partition(Spring), KeyRange.Prefix(Rows.Mailed)).ToListAsync());
    }

    [Fact]
    public async Task Pairs_of_others_keep_what_they_have()
    {
        cohort.Put(MeetingRepository.KeyOf(Found.Id), Found);
        await Participation.Erase(Spring, SmallCohort.Kim.Id);

        Assert.Equal(8765, (await cohort.Find<Meeting>(MeetingRepository.KeyOf(Found.Id)))!.Score);
    }

    [Fact]
    public async Task A_pair_that_was_found_meanwhile_loses_it_with_the_id()
    {
        await Participation.Erase(Spring, SmallCohort.Ana.Id);
        cohort.Put(MeetingRepository.KeyOf(Found.Id), Found with { Status = MeetingStatus.Draft });

        await new ErasureCompletion(Participation).Settle(new(cohort.Store, cohort.Cohort, (await cohort.Store.ReadState(Spring))!, cohort.Clock.GetUtcNow()), default);

        var left = await new MeetingRepository(cohort.Store, Spring).All().Select(row => row.Value).SingleAsync();
        Assert.NotEqual(SmallCohort.Ana.Id, left.Mentee);
        Assert.Null(left.Score);
        Assert.Empty(left.Exchange.Taught);
    }

    [Fact]
    public async Task Of_a_circle_goes_what_one_brought_and_what_the_others_bring_stays()
    {
        var circle = Found with
        {
            Kind = MeetingKind.Circle, Status = MeetingStatus.Running,
            Members = [new(SmallCohort.Tomas.Id, Role.Mentor, [Technology]), new(SmallCohort.Ana.Id, Role.Mentee, [Careers])],
            Topics = [Careers, Technology], Rota = [new(1, SmallCohort.Tomas.Id, Technology), new(2, SmallCohort.Ana.Id, Careers)],
        };
        cohort.Put(MeetingRepository.KeyOf(circle.Id), circle);

        await Participation.Erase(Spring, SmallCohort.Ana.Id);

        var left = (await cohort.Find<Meeting>(MeetingRepository.KeyOf(circle.Id)))!;
        Assert.Null(left.Score);
        Assert.Equal([Technology], left.Topics);
        Assert.Equal([1, 0], left.Members.Select(member => member.Brings.Count));
        Assert.Equal([new RotaTurn(1, SmallCohort.Tomas.Id, Technology), new(2, SmallCohort.Ana.Id, null)], left.Rota);
    }

    [Fact]
    public async Task Who_was_erased_is_where_and_speaks_what_everybody_does()
    {
        await Participation.Erase(Spring, SmallCohort.Ana.Id);

        var nobody = (await cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!;
        Assert.Equal((Role.Mentee, "Europe/Berlin", "en"), (nobody.Role, nobody.TimeZone, Assert.Single(nobody.Languages)));
        Assert.Equal((null, null, 0, null), (nobody.Department, nobody.JobTitle, nobody.Level, nobody.Location));
    }

    [Fact]
    public async Task The_partner_keeps_their_certificate_and_their_data_without_what_the_other_had_said()
    {
        cohort.Put(MeetingRepository.KeyOf(Found.Id), Found with { Status = MeetingStatus.Completed });
        await cohort.Store.Write(Rows.Partition(Spring), [MeetingRepository.Member(SmallCohort.Tomas.Id, Found.Id)]);
        var time = new Core.Time.Interval(SmallCohort.Start, SmallCohort.Start.AddMinutes(50));
        cohort.Put(MeetingRepository.SessionKey(Found.Id, 1), Session.Planned(Found.Id, 1, time, []) with { Status = SessionStatus.Held });

        await Participation.Erase(Spring, SmallCohort.Ana.Id);

        var certificate = (await new CertificateReader(cohort.Store).Find(cohort.Cohort, SmallCohort.Tomas))!;
        Assert.Equal((1, 50), (certificate.Sessions, certificate.Minutes));
        Assert.Empty(certificate.Topics);
        var data = (await new PersonalData(cohort.Store).Collect(Spring, SmallCohort.Tomas.Id))["meetings"]!.ToJsonString();
        Assert.Contains("Tom", data, StringComparison.Ordinal);
        Assert.DoesNotContain("8765", data, StringComparison.Ordinal);
        Assert.DoesNotContain(Technology.Value, data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pair_s_page_says_that_it_went_and_no_other_page_says_why_they_met()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, people: 2);
        var people = await host.Store.Query<Person>(programme.Partition, KeyRange.Prefix(Rows.Person)).Select(row => row.Value).OrderBy(person => person.Role).ToListAsync();
        var (mentor, mentee) = (people.Single(person => person.Role is Role.Mentor).Id, people.Single(person => person.Role is Role.Mentee).Id);
        var pair = Found with { Id = MeetingIds.OfPair(mentor, mentee, 1), Members = [new(mentor, Role.Mentor, []), new(mentee, Role.Mentee, [])], Status = MeetingStatus.Completed };
        await host.Store.Write(programme.Partition, [Documents.Put(MeetingRepository.KeyOf(pair.Id), pair)]);
        await host.SignIn();
        Assert.Contains("87.7", await Page($"pairs/{pair.Id}"), StringComparison.Ordinal);

        await host.Services.GetRequiredService<ParticipationService>().Erase(programme.Id, mentee);

        var told = await Page("pairs", await new MeetingRepository(host.Store, programme.Id).All().Select(row => $"pairs/{row.Value.Id}").SingleAsync());
        Assert.Contains("Someone in this pair takes part no longer", told, StringComparison.Ordinal);
        Assert.DoesNotContain("87.7", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Technology", told, StringComparison.Ordinal);
        Assert.DoesNotContain("They have no matching topics", told, StringComparison.Ordinal);

        async Task<string> Page(params string[] places)
        {
            var read = new List<string>();
            foreach (var place in places)
            {
                read.Add((await host.Page($"/manage/cohorts/{programme.Id}/{place}")).QuerySelector("main")!.TextContent);
            }

            return string.Join('\n', read);
        }
    }

    private sealed class Silence : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
