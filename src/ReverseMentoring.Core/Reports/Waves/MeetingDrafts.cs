using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>How many pairs and circles went on, were declined or left, and what they were about: choices of the people in them.</summary>
internal sealed class MeetingDrafts(IStore store, Cohort cohort)
{
    public async Task<IReadOnlyList<FigureDraft>> Write(IReadOnlyList<Meeting> meetings, CancellationToken cancel)
    {
        Meeting[] formed = [.. meetings.Where(meeting => meeting.StartedAt is not null)];
        var sessions = await new MeetingRepository(store, cohort.Id).AllSessions(cancel).Select(row => row.Value).ToListAsync(cancel);
        var circles = new CircleCount([.. formed.Where(meeting => meeting.Kind is MeetingKind.Circle)], sessions);
        return
        [
            Count(WaveCatalogue.Completed, formed, meeting => meeting.RanItsCourse),
            .. cohort.HasCircles
                ? (FigureDraft[])[LeftCircle(formed), new MeanDraft(WaveCatalogue.Attendance, Cells.All, $"{cohort.Id}.{WaveCatalogue.Attendance}", circles.Attendance(), Unit: 100)]
                : [Count(WaveCatalogue.Declined, [.. meetings.Where(meeting => meeting.ProposedAt is not null)], meeting => meeting.Status is MeetingStatus.Declined)],
            .. Became(meetings, sessions),
            .. await TopicsOf(formed, circles, cancel),
            .. await Because(cancel),
        ];
    }

    /// <summary>What became of the sessions: whether one was held, or was moved, is what its people answered and did.</summary>
    private static IEnumerable<TallyDraft> Became(IReadOnlyList<Meeting> meetings, IReadOnlyList<Session> sessions)
    {
        var (held, missed, unconfirmed) = (With(SessionStatus.Held), With(SessionStatus.Missed), With(SessionStatus.Unconfirmed));
        Session[] moved = [.. sessions.Where(session => session.Sequence > 0)];
        return
        [
            Tally(WaveCatalogue.Held, held, [.. missed, .. unconfirmed], held.Length),
            Tally(WaveCatalogue.Missed, missed, unconfirmed, missed.Length),
            Tally(WaveCatalogue.Unconfirmed, unconfirmed, missed, unconfirmed.Length),
            Tally(WaveCatalogue.Moved, moved, [.. sessions.Except(moved)], moved.Sum(session => session.Sequence)),
        ];

        Session[] With(SessionStatus status) => [.. sessions.Where(session => session.Status == status)];

        TallyDraft Tally(string cell, Session[] some, Session[] others, int value) => new(WaveCatalogue.Sessions, cell, value, PeopleIn(some), PeopleIn(others));

        int PeopleIn(IEnumerable<Session> some)
        {
            var theirs = some.Select(session => session.Meeting).ToHashSet();
            return PeopleOf(meetings.Where(meeting => theirs.Contains(meeting.Id))).Count();
        }
    }

    private CountDraft Count(string cell, IReadOnlyList<Meeting> all, Func<Meeting, bool> counts)
    {
        var (chose, others) = Parted(all, counts);
        return new(WaveCatalogue.Meetings, cell, $"{cohort.Id}.{cell}", chose, others, all.Count(counts));
    }

    private CountDraft LeftCircle(IReadOnlyList<Meeting> circles)
    {
        var left = circles.SelectMany(circle => circle.Former).ToHashSet();
        return new(
            WaveCatalogue.Meetings, WaveCatalogue.LeftCircle, $"{cohort.Id}.{WaveCatalogue.LeftCircle}", left,
            PeopleOf(circles).Where(person => !left.Contains(person)).ToHashSet(), circles.Sum(circle => circle.Former.Count));
    }

    /// <summary>A topic's order tells nothing of how many it is of: they come by how often they were met only once they are shown.</summary>
    private async Task<IEnumerable<FigureDraft>> TopicsOf(IReadOnlyList<Meeting> formed, CircleCount circles, CancellationToken cancel)
    {
        var titles = (await new TopicRepository(store).ReadTopics(cohort, cancel)).Topics
            .ToDictionary(topic => topic.Id, topic => topic.TitleIn(cohort.Settings.Language));
        var met = formed.ToDictionary(
            meeting => meeting.Id,
            meeting => (meeting.Kind is MeetingKind.Circle ? circles.TopicsOf(meeting) : meeting.Exchange.Taught.Select(topic => topic.Topic)).ToHashSet());
        return met.Values.SelectMany(topics => topics).Distinct().Order().Select(topic =>
        {
            var (chose, others) = Parted(formed, meeting => met[meeting.Id].Contains(topic));
            return new CountDraft(
                WaveCatalogue.Topics, topic.Value, $"{cohort.Id}.topic.{topic}", chose, others, formed.Count(meeting => met[meeting.Id].Contains(topic)))
            {
                Title = titles.GetValueOrDefault(topic, topic.Value),
            };
        });
    }

    /// <summary>What rules cost when people were found: of those who would have a partner without one, nobody can say who they are.</summary>
    private async Task<IEnumerable<FigureDraft>> Because(CancellationToken cancel)
    {
        var costs = cohort.HasCircles
            ? await CircleCount.Without(store, Rows.Partition(cohort.Id), cancel)
            : (await store.Read<MatchSummary>(Rows.Partition(cohort.Id), Rows.Result, cancel))?.Value.RuleCosts ?? [];
        return costs.Select(cost => new NumberDraft(WaveCatalogue.UnmatchedBecause, cost.Rule, cost.Mentees + cost.Mentors));
    }

    private static (HashSet<PersonId> Chose, HashSet<PersonId> Others) Parted(IReadOnlyList<Meeting> all, Func<Meeting, bool> counts)
    {
        var chose = PeopleOf(all.Where(counts)).ToHashSet();
        return (chose, PeopleOf(all).Where(person => !chose.Contains(person)).ToHashSet());
    }

    private static IEnumerable<PersonId> PeopleOf(IEnumerable<Meeting> meetings) =>
        meetings.SelectMany(meeting => meeting.Everybody).Distinct();
}
