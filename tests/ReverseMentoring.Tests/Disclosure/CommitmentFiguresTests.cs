using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Disclosure;

public sealed class CommitmentFiguresTests
{
    [Fact]
    public async Task Things_to_try_are_counted_where_enough_leaders_noted_any_and_their_words_come_without_names()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(40));
        Pairs(cohort, 20, leaders: 8, seen: 6, shown: 5);

        var wave = await cohort.Close();

        Assert.Equal((16.0, null), (wave.Find(WaveCatalogue.Commitments, WaveCatalogue.Noted)!.Value, wave.Find(WaveCatalogue.Commitments, WaveCatalogue.Noted)!.Of));
        Assert.Equal(6.0, wave.Find(WaveCatalogue.Commitments, WaveCatalogue.SeenKept)!.Value);
        Assert.Equal(Enumerable.Range(0, 5).Select(at => $"I will {at}").Order(), (await cohort.Store.ReadCommitments(cohort.Id, wave)).Order());
        Assert.DoesNotContain(await cohort.Everything(), row => row.Key.StartsWith("kept-commitment.", StringComparison.Ordinal) && SurveyedCohort.People(40).Any(person => row.Body.Contains(person.Value, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_fewer_leaders_neither_number_nor_words_are_published()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(40));
        Pairs(cohort, 20, leaders: 8, seen: 4, shown: 4);

        var wave = await cohort.Close();

        Assert.Equal(FigureState.Few, wave.Find(WaveCatalogue.Commitments, WaveCatalogue.SeenKept)!.State);
        Assert.Equal(0, wave.Commitments);
        Assert.DoesNotContain(await cohort.Everything(), row => row.Key.StartsWith("kept-commitment.", StringComparison.Ordinal));
    }

    /// <summary>Of each pair the leader has an even number; who notes anything does so after two sessions.</summary>
    private static void Pairs(SurveyedCohort cohort, int pairs, int leaders, int seen, int shown)
    {
        for (var at = 0; at < pairs; at++)
        {
            var (leader, mentor) = (new PersonId($"p{2 * at:D3}"), new PersonId($"p{(2 * at) + 1:D3}"));
            var meeting = new Meeting { Id = MeetingIds.OfPair(mentor, leader, 1), Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Completed, StartedAt = DateTimeOffset.UnixEpoch, Members = [new(mentor, Role.Mentor, []), new(leader, Role.Mentee, [])] };
            cohort.Put(MeetingRepository.KeyOf(meeting.Id), meeting);
            if (at < leaders)
            {
                cohort.Put(PairNotes.KeyOf(meeting.Id, leader), new PairNotes(meeting.Id, leader) { Commitments = [new(1, $"I will {at}", MayBeShown: at < shown), new(2, "I will not", MayBeShown: true)] });
            }

            if (at < seen)
            {
                cohort.Put(PairNotes.KeyOf(meeting.Id, mentor), new PairNotes(meeting.Id, mentor) { Seen = [1] });
            }
        }
    }
}
