using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>Counts a cohort's rows into a report; also half-way, for whoever looks before the end.</summary>
public sealed class ReportWriter(IStore store, Cohort cohort, CycleState state)
{
    private readonly string partition = Rows.Partition(cohort.Id);

    public async Task<Report> Write(DateTimeOffset now, CancellationToken cancel = default)
    {
        var people = await All<Person>(Rows.Person, cancel).Select(person => person.Value)
            .ToDictionaryAsync(person => person.Id, cancellationToken: cancel);
        var meetings = (await new MeetingRepository(store, cohort.Id).All(cancel).Select(meeting => meeting.Value).ToListAsync(cancel)).ToLookup(meeting => meeting.Kind);
        Meeting[] pairs = [.. meetings[MeetingKind.Pair]];
        var sessions = await All<Session>(Rows.Session, cancel).Select(session => session.Value).ToListAsync(cancel);
        var circles = new CircleCount([.. meetings[MeetingKind.Circle]], sessions);
        var paired = await store.PairedPeople(cohort.Id, cancel);
        var summary = await store.Read<MatchSummary>(partition, Rows.Result, cancel);
        return new()
        {
            Cohort = cohort.Id,
            Name = cohort.Settings.Name,
            At = now,
            Participants = people.Count,
            Mentors = people.Values.Count(person => person.Role is Role.Mentor),
            Mentees = people.Values.Count(person => person.Role is Role.Mentee),
            Left = people.Values.Count(person => !person.IsActive),
            Phases = state.Past,
            Pairs = CountPairs(pairs),
            Circles = cohort.HasCircles ? circles.Figures : null,
            Sessions = await CountSessions(sessions, pairs.Sum(pair => pair.SessionsPlanned) + circles.SessionsPlanned, cancel),
            MentorFeedback = await Feedback(people, Role.Mentor, cancel),
            MenteeFeedback = await Feedback(people, Role.Mentee, cancel),
            Topics = await TopicsOf(pairs, circles, cancel),
            UnmatchedMentors = people.Values.Count(person => person.Role is Role.Mentor && !paired.Contains(person.Id)),
            UnmatchedMentees = people.Values.Count(person => person.Role is Role.Mentee && !paired.Contains(person.Id)),
            UnmatchedBecause = cohort.HasCircles ? await CircleCount.Without(store, partition, cancel) : summary?.Value.RuleCosts ?? [],
        };
    }

    private static PairFigures CountPairs(IReadOnlyList<Meeting> pairs) => new(
        pairs.Count(pair => pair.StartedAt is not null),
        pairs.Count(pair => pair.Status is MeetingStatus.Completed),
        pairs.Count(pair => pair.Status is MeetingStatus.Declined),
        pairs.Count(pair => pair.Status is MeetingStatus.Ended && pair.StartedAt is not null));

    private async Task<SessionFigures> CountSessions(IReadOnlyList<Session> sessions, int planned, CancellationToken cancel)
    {
        var pulses = await All<Answer<PulseAnswer>>(AskId.MeetingAnswers, cancel)
            .Where(answer => answer.Value.Id.Form is FormKind.Pulse && answer.Value.Value.Worth is not null)
            .Select(answer => (answer.Value.Id.Person, answer.Value.At, Worth: (double)answer.Value.Value.Worth!.Value)).ToListAsync(cancel);
        var shown = DisclosureControl.Publishable(pulses, pulse => pulse.At, IsOver(PhaseNames.Sessions)).ToArray();
        var worth = shown.Select(pulse => pulse.Person).Distinct().Count() < DisclosureControl.Fewest ? [] : shown.Select(pulse => pulse.Worth);
        return new(
            planned,
            sessions.Count(session => session.Status is SessionStatus.Held),
            sessions.Count(session => session.Status is SessionStatus.Missed),
            sessions.Count(session => session.Status is SessionStatus.Unconfirmed),
            sessions.Sum(session => session.Sequence),
            Mean(worth));
    }

    private async Task<FeedbackFigures> Feedback(IReadOnlyDictionary<PersonId, Person> people, Role role, CancellationToken cancel)
    {
        var answers = await All<Answer<FeedbackAnswer>>(AskId.AnswersOf(PhaseNames.Feedback), cancel)
            .Where(answer => people.GetValueOrDefault(answer.Value.Id.Person)?.Role == role)
            .Select(answer => answer.Value).ToListAsync(cancel);
        FeedbackAnswer[] shown = [.. DisclosureControl.Publishable(answers, answer => answer.At, IsOver(PhaseNames.Feedback)).Select(answer => answer.Value)];
        return new(
            answers.Count,
            Mean(shown.Select(answer => (double)answer.Satisfaction)),
            Mean(shown.Select(answer => (double)answer.Learned)),
            Mean(shown.Select(answer => (double)answer.Confidence)),
            Mean(shown.Select(answer => answer.Recommend >= 9 ? 100.0 : answer.Recommend <= 6 ? -100.0 : 0.0)));
    }

    private async Task<IReadOnlyList<TopicFigure>> TopicsOf(IReadOnlyList<Meeting> pairs, CircleCount circles, CancellationToken cancel)
    {
        var titles = (await new TopicRepository(store).ReadTopics(cohort, cancel)).Topics
            .ToDictionary(topic => topic.Id, topic => topic.Title);
        return [.. pairs.Where(pair => pair.StartedAt is not null)
            .SelectMany(pair => pair.Exchange.Taught.Select(met => met.Topic)).Concat(circles.TopicsPresented())
            .CountBy(topic => topic)
            .Select(topic => new TopicFigure(topic.Key, titles.GetValueOrDefault(topic.Key, topic.Key.Value), topic.Value))
            .OrderByDescending(topic => topic.Pairs).ThenBy(topic => topic.Topic)];
    }

    private bool IsOver(string phase) => PhaseCatalogue.IsBefore(phase, state.Phase);

    private IAsyncEnumerable<Stored<T>> All<T>(string prefix, CancellationToken cancel)
        where T : class => store.Query<T>(partition, KeyRange.Prefix(prefix), cancel);

    private static double? Mean(IEnumerable<double> values)
    {
        var all = values.ToArray();
        return all.Length > 0 ? Math.Round(all.Average(), 2) : null;
    }
}
