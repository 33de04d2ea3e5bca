using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What is told of circles: what was presented, who came, who left, and why some had none.</summary>
public sealed class CircleFiguresTests
{
    private static readonly TopicId Chess = new("chess"), Robots = new("robots");

    [Fact]
    public void Only_what_was_held_counts_as_presented_and_come_to()
    {
        PersonId ana = new("ana"), ben = new("ben"), kim = new("kim");
        var circle = Circle("c-one", [ana, ben, kim]) with { Rota = [new(1, ben, Chess), new(2, ana, Robots), new(3, kim, null)] };
        var count = new CircleCount(
            [circle],
            [
                At(circle, 1, SessionStatus.Held, without: [ana]), At(circle, 2, SessionStatus.Missed), At(circle, 3, SessionStatus.Held), At(circle, 4, SessionStatus.Unconfirmed, without: [kim]),
                At(Circle("c-other", [kim]), 2, SessionStatus.Held, without: [kim]),
            ]);

        Assert.Equal([Chess], count.TopicsOf(circle));
        Assert.Equal([("ana", 50.0), ("ben", 100.0), ("kim", 100.0)], count.Attendance().Select(one => (one.Key.Value, one.Value)).Order());
    }

    [Fact]
    public async Task Who_came_left_and_had_none_is_told_of_enough_people_only()
    {
        var cohort = await Begin();
        PersonId[] people = [.. SurveyedCohort.People(40)];
        foreach (var (at, members) in people.Take(32).Chunk(8).Index())
        {
            // Two of each circle have left it; of the others one missed the second of two sessions.
            var circle = Circle($"c-{at}", members[..6]) with { Former = members[6..], Status = at < 2 ? MeetingStatus.Completed : MeetingStatus.Ended };
            cohort.Put(MeetingRepository.KeyOf(circle.Id), circle);
            foreach (var session in new[] { At(circle, 1, SessionStatus.Held), At(circle, 2, SessionStatus.Held, without: [members[0]]) })
            {
                cohort.Put(MeetingRepository.SessionKey(circle.Id, session.Number), session);
            }
        }

        foreach (var (at, person) in people.Skip(32).Index())
        {
            cohort.Put(Rows.Unmatched + person, new UnmatchedPerson(person, at % 2 == 1 ? Role.Mentor : Role.Mentee, Candidates: at < 6 ? 1 : 0));
        }

        var wave = await cohort.Close();
        Assert.Equal((FigureState.Shown, 2.0), Shown(wave, WaveCatalogue.Meetings, WaveCatalogue.Completed));
        Assert.Equal((FigureState.Shown, 8.0), Shown(wave, WaveCatalogue.Meetings, WaveCatalogue.LeftCircle));
        Assert.Equal((FigureState.Shown, 90.0), Shown(wave, WaveCatalogue.Attendance, Cells.All));
        Assert.Equal((FigureState.Shown, 6.0), Shown(wave, WaveCatalogue.UnmatchedBecause, "capacity"));
        Assert.Null(wave.Find(WaveCatalogue.UnmatchedBecause, "fit"));
        Assert.Null(wave.Find(WaveCatalogue.Meetings, WaveCatalogue.Declined));
    }

    [Fact]
    public async Task Where_nearly_all_have_left_their_circles_no_number_says_so()
    {
        var cohort = await Begin();
        foreach (var (at, members) in SurveyedCohort.People(16).Chunk(8).Index())
        {
            cohort.Put(MeetingRepository.KeyOf(new($"c-{at}")), Circle($"c-{at}", members[..2]) with { Former = members[2..] });
        }

        Assert.Equal((FigureState.NearlyAll, null), Shown(await cohort.Close(), WaveCatalogue.Meetings, WaveCatalogue.LeftCircle));
    }

    private static (FigureState State, double? Value) Shown(PublishedWave wave, string table, string cell) => (wave.Find(table, cell)!.State, wave.Find(table, cell)!.Value);

    private static async Task<SurveyedCohort> Begin()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(40));
        var kept = (await cohort.Store.ReadCohort(cohort.Id))!;
        cohort.Put(Rows.Cohort, kept with { Settings = kept.Settings with { Matching = kept.Settings.Matching with { Circles = new() } } });
        return cohort;
    }

    private static Meeting Circle(string id, IReadOnlyList<PersonId> people) => new()
    {
        Id = new(id), Kind = MeetingKind.Circle, Round = 1, Status = MeetingStatus.Running, StartedAt = DateTimeOffset.UnixEpoch,
        Members = [.. people.Index().Select(one => new Presenter(one.Item, one.Index % 2 == 1 ? Role.Mentor : Role.Mentee, []))],
    };

    private static Session At(Meeting circle, int number, SessionStatus status, IReadOnlyCollection<PersonId>? without = null)
    {
        var start = DateTimeOffset.UnixEpoch.AddDays(30 * number);
        return Session.Planned(circle.Id, number, new Interval(start, start.AddHours(1)), without ?? []) with { Status = status };
    }
}
