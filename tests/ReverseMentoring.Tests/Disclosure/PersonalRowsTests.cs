using System.Text.Json.Nodes;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>Rows of each kind, put there by hand, as one of those whom they speak of is told of them.</summary>
public sealed class PersonalRowsTests
{
    private static readonly (PersonId Ana, PersonId Tomas, PersonId Kim) Ids = (SmallCohort.Ana.Id, SmallCohort.Tomas.Id, SmallCohort.Kim.Id);

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions).WithPair();

    [Fact]
    public async Task Of_a_meeting_one_is_told_all_but_what_the_other_did()
    {
        var (pair, start) = (SmallCohort.Pair, SmallCohort.Start);
        cohort.Put(MeetingRepository.KeyOf(pair.Id), pair with { Status = MeetingStatus.Ended, KeptApart = true, Wanted = true, Former = [Ids.Ana, Ids.Tomas], StartedAt = start, EndedAt = start });
        cohort.WithSession(1, start.AddDays(3));
        var session = (await cohort.Find<Session>(MeetingRepository.SessionKey(pair.Id, 1)))!;
        cohort.Put(MeetingRepository.SessionKey(pair.Id, 1), session with { Without = [Ids.Ana, Ids.Tomas], Declined = [Ids.Tomas] });
        cohort.Put(MeetingRepository.HistoryKey(pair.Id), new MeetingHistory(
        [
            new SessionBooked(start, 1, start), new SessionUnscheduled(start, 1, UnscheduledReason.Cancelled, Ids.Ana), new SessionUnscheduled(start, 1, UnscheduledReason.Declined, Ids.Tomas),
            new MembersAsked(start), new MemberAnswered(start, Ids.Ana, CadenceChoice.GoOn), new MemberAnswered(start, Ids.Tomas, CadenceChoice.Part), new SessionHeld(start, 1),
        ]));

        var meeting = Assert.Single((await Told(Ids.Ana))["meetings"]!.AsArray())!;

        Assert.Equal((false, false), ((bool)meeting["keptApart"]!, (bool)meeting["wanted"]!));
        Assert.Equal(["Ana Lindqvist"], Texts(meeting["former"]));
        Assert.NotNull(meeting["endedAt"]);
        Assert.Equal(["Tomás Prieto", "Ana Lindqvist"], meeting["members"]!.AsArray().Select(member => (string)member!["person"]!));
        var told = Assert.Single(meeting["sessions"]!.AsArray())!;
        Assert.Equal(["Ana Lindqvist"], Texts(told["without"]));
        Assert.Null(told["declined"]);
        Assert.Equal(["booked", "fell", "asked", "answered", "held"], meeting["history"]!.AsArray().Select(one => (string)one!["kind"]!));
        Assert.Equal("Ana Lindqvist", (string)meeting["history"]![1]!["by"]!);
        Assert.Equal("Ana Lindqvist", (string)meeting["history"]![3]!["person"]!);
    }

    [Fact]
    public async Task When_a_pair_was_declined_is_not_told()
    {
        cohort.Put(MeetingRepository.KeyOf(SmallCohort.Pair.Id), SmallCohort.Pair with { Status = MeetingStatus.Declined, EndedAt = SmallCohort.Start });

        Assert.Null(Assert.Single((await Told(Ids.Ana))["meetings"]!.AsArray())!["endedAt"]);
    }

    [Fact]
    public async Task What_the_manager_decided_or_listed_is_told_without_whom_else_it_names()
    {
        cohort.Put(Rows.Rules, new MatchRules { Locks = [new(Ids.Tomas, Ids.Ana), new(Ids.Kim, new("zoe"))], Forbids = [new(Ids.Kim, Ids.Ana), new(Ids.Kim, new("zoe"))], Fresh = [new(Ids.Tomas, Ids.Ana), new(Ids.Kim, new("zoe"))] });
        cohort.Put(Rows.EarlierPair + "1", new PairOnList(Ids.Ana, Ids.Kim));
        cohort.Put(Rows.EarlierPair + "2", new PairOnList(Ids.Kim, Ids.Ana));
        cohort.Put(Rows.EarlierPair + "3", new PairOnList(Ids.Kim, Ids.Tomas));

        var (ana, tomas, kim) = (await Told(Ids.Ana), await Told(Ids.Tomas), await Told(Ids.Kim));

        Assert.Equal((1, 1, 1, 2), Counts(ana));
        Assert.Equal((1, 0, 1, 1), Counts(tomas));
        Assert.Equal((1, 2, 1, 3), Counts(kim));
        Assert.Equal("Tomás Prieto", (string)ana["rules"]!["locks"]![0]!["mentor"]!);
        Assert.Equal("somebody else", (string)ana["rules"]!["forbids"]![0]!["mentor"]!);
        Assert.DoesNotContain(Ids.Kim.Value, ana.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Ids.Kim.Value, tomas.ToJsonString(), StringComparison.Ordinal);

        static (int Locks, int Forbids, int Fresh, int Earlier) Counts(JsonObject file) =>
            (file["rules"]!["locks"]!.AsArray().Count, file["rules"]!["forbids"]!.AsArray().Count, file["rules"]!["fresh"]!.AsArray().Count, file["earlierPairs"]!.AsArray().Count);
    }

    [Fact]
    public async Task Whom_the_manager_forbids_them_to_meet_is_somebody_else()
    {
        cohort.Put(Rows.Rules, new MatchRules { Forbids = [new(Ids.Kim, Ids.Ana)] });

        Assert.Equal("somebody else", (string)(await Told(Ids.Ana))["rules"]!["forbids"]![0]!["mentor"]!);
    }

    /// <summary>Who reads the hashes in two people's data could see of whom the one speaks.</summary>
    [Fact]
    public async Task How_many_they_would_rather_not_meet_is_told_and_how_often_their_address_changed_and_no_hash()
    {
        var offers = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, Ids.Ana);
        cohort.Put(offers.AnswerKey, new { ratherNot = new[] { "hash-one", "hash-two" } });
        cohort.Put(Rows.Person + Ids.Ana, SmallCohort.Ana with { EarlierHashes = ["hash-three"] });

        var ana = await Told(Ids.Ana);

        Assert.Equal((2, 1), ((int)Assert.Single(ana["answers"]!.AsArray())!["ratherNot"]!, (int)ana["person"]!["earlierHashes"]!));
        Assert.DoesNotContain("hash-", ana.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_beside_somebody_is_told_of_them_only()
    {
        cohort.Put(Rows.Unmatched + Ids.Ana, new UnmatchedPerson(Ids.Ana, Role.Mentee, 7));
        cohort.Put(Rows.FreeTime + Ids.Ana, new { round = 3 });
        cohort.Put(Rows.Seeking + Ids.Ana, new SeekingRow(Ids.Ana));
        cohort.Put(Rows.Newcomer + Ids.Ana, new Newcomer(Ids.Ana));
        cohort.Put(Rows.Released + "end.1", new { people = new[] { Ids.Ana.Value } });
        cohort.Put(Rows.Released + "end.2", new { people = new[] { Ids.Kim.Value } });
        cohort.Put(PersonCommand.Keys + "1", new PersonCommand(PersonCommandKind.Pause, Ids.Ana, new(2027, 1, 5)));
        cohort.Put(PersonCommand.Keys + "2", new PersonCommand(PersonCommandKind.Resume, Ids.Kim));

        var (ana, tomas) = (await Told(Ids.Ana), await Told(Ids.Tomas));

        Assert.Equal(7, (int)ana["unmatched"]!["candidates"]!);
        Assert.NotNull(ana["freeTime"]);
        Assert.Equal((true, true), ((bool)ana["seeking"]!, (bool)ana["newcomer"]!));
        Assert.Equal(["end.1"], Texts(ana["counted"]));
        Assert.Equal("pause", (string)Assert.Single(ana["commands"]!.AsArray())!["kind"]!);
        Assert.Null(tomas["unmatched"]);
        Assert.Null(tomas["freeTime"]);
        Assert.Equal((false, false), ((bool)tomas["seeking"]!, (bool)tomas["newcomer"]!));
        Assert.Empty(tomas["counted"]!.AsArray());
        Assert.Empty(tomas["commands"]!.AsArray());
    }

    [Fact]
    public async Task Each_row_that_is_somebody_s_alone_has_its_place_and_their_own_id_stays_as_it_is()
    {
        (string Prefix, string Place)[] rows =
            [(Rows.Correction, "correction"), (Rows.Agreement, "agreed"), (Rows.Own, "askedForByOwnAddress"), (Rows.Applicant, "applicant"), (Rows.Directory, "directory"), (Rows.Mailed, "mailed")];
        foreach (var (prefix, place) in rows)
        {
            cohort.Put(prefix + Ids.Ana, new { of = new[] { place } });
        }

        var (ana, kim) = (await Told(Ids.Ana), await Told(Ids.Kim));

        Assert.All(rows, row => Assert.Equal(row.Place, Assert.Single(Texts(ana[row.Place]!["of"]))));
        Assert.All(rows, row => Assert.Null(kim[row.Place]));
        Assert.Equal((Ids.Ana.Value, Ids.Kim.Value), ((string)ana["person"]!["id"]!, (string)kim["person"]!["id"]!));
    }

    [Fact]
    public async Task Who_has_left_is_named_where_they_had_a_turn_and_whose_row_is_gone_is_somebody_else()
    {
        cohort.Put(MeetingRepository.KeyOf(SmallCohort.Pair.Id), SmallCohort.Pair with { Former = [Ids.Kim, new("gone")], Rota = [new(1, Ids.Kim, null), new(2, new("gone"), null)] });

        var turns = Assert.Single((await Told(Ids.Ana))["meetings"]!.AsArray())!["rota"]!.AsArray();

        Assert.Equal(["Kim Okafor", "somebody else"], turns.Select(turn => (string)turn!["presenter"]!));
    }

    [Fact]
    public async Task Events_in_calendars_are_told_with_their_meeting()
    {
        var start = SmallCohort.Start.AddDays(3);
        cohort.Put(MeetingRepository.EventKey(SmallCohort.Pair.Id, 1), new SessionEventRow
        {
            Meeting = SmallCohort.Pair.Id, Number = 1, Name = "event", Attendees = [Ids.Ana, Ids.Tomas], Time = new(start, start.AddHours(1)), Sequence = 0,
        });

        var told = Assert.Single(Assert.Single((await Told(Ids.Ana))["meetings"]!.AsArray())!["events"]!.AsArray())!;

        Assert.Equal(["Ana Lindqvist", "Tomás Prieto"], Texts(told["attendees"]));
    }

    [Fact]
    public async Task Of_the_page_of_a_pair_each_is_told_what_they_wrote()
    {
        var pair = SmallCohort.Pair.Id;
        cohort.Put(PairNotes.KeyOf(pair, Ids.Ana), new PairNotes(pair, Ids.Ana) { Commitments = [new(1, "I will ask")], Notes = [new(1, "Of Ana", SmallCohort.Start)] });
        cohort.Put(PairNotes.KeyOf(pair, Ids.Tomas), new PairNotes(pair, Ids.Tomas) { Notes = [new(1, "Of Tomás", SmallCohort.Start)], Seen = [1] });

        var notes = Assert.Single((await Told(Ids.Ana))["meetings"]!.AsArray())!["notes"]!;

        Assert.Equal("Ana Lindqvist", (string)notes["person"]!);
        Assert.Equal("I will ask", (string)Assert.Single(notes["commitments"]!.AsArray())!["text"]!);
        Assert.Equal("Of Ana", (string)Assert.Single(notes["notes"]!.AsArray())!["text"]!);
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(one => (string)one!);

    private Task<JsonObject> Told(PersonId person) => new PersonalData(cohort.Store).Collect(new(SmallCohort.Id), person);
}
