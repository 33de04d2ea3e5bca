using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Topics;

/// <summary>From everybody's proposals to the one list.</summary>
public sealed class TopicRepository(IStore store)
{
    private const int MostCompared = 300;

    /// <summary>The list as it stands: compiled once the call is over, the starters before.</summary>
    public async Task<TopicList> ReadTopics(Cohort cohort, CancellationToken cancel = default) => new(await InOwnWords(
        cohort, (await store.Read<TopicList>(Rows.Partition(cohort.Id), Rows.Topics, cancel))?.Value.Topics ?? StarterTopics.For(cohort.Settings.Topics), cancel));

    /// <summary>What somebody picked or proposed in the call for topics, as it stands on the list now.</summary>
    public async Task<IReadOnlySet<TopicId>> InterestsOf(CohortId cohort, PersonId person, CancellationToken cancel = default)
    {
        var partition = Rows.Partition(cohort);
        var asked = new AskId(PhaseNames.CallForTopics, FormKind.Topics, 0, person);
        if ((await store.Read<Answer<TopicsAnswer>>(partition, asked.AnswerKey, cancel))?.Value.Value is not { } answer)
        {
            return new HashSet<TopicId>();
        }

        var curation = (await store.Read<Curation>(partition, Rows.Curation, cancel))?.Value ?? Curation.None;
        return answer.Picked.Concat(answer.Proposed.Select(title => TopicText.Topic(title).Id)).Select(curation.Resolve).ToHashSet();
    }

    /// <summary>Whether anybody has added a topic of their own.</summary>
    public async Task<bool> HasProposals(CohortId cohort, CancellationToken cancel) =>
        await store.Query<Answer<TopicsAnswer>>(Rows.Partition(cohort), KeyRange.Prefix(AskId.AnswersOf(PhaseNames.CallForTopics)), cancel)
            .AnyAsync(answer => answer.Value.Value.Proposed.Count > 0, cancel);

    /// <summary>Counts all answers to the call, with the manager's curation, and keeps the list.</summary>
    public async Task Compile(Cohort cohort, CancellationToken cancel)
    {
        var list = new TopicList([.. (await MostWanted(cohort, _ => true, cancel)).Take(TopicList.Longest)]);
        await store.Write(Rows.Partition(cohort.Id), [Documents.Put(Rows.Topics, list)], cancel);
    }

    /// <summary>
    /// The topics as managers see them: the starters until the call has its answers, then what had been proposed by then, in the order of their titles, and
    /// when the call is over the list, the most wanted first. So nothing moves with a single answer, and nothing goes with who is erased.
    /// </summary>
    public async Task<IReadOnlyList<Topic>> Shown(StandingCohort cohort, CancellationToken cancel)
    {
        if (!CurationTime.IsOpen(cohort.State))
        {
            return (await ReadTopics(cohort.Cohort, cancel)).Topics;
        }

        var proposed = await MostWanted(cohort.Cohort, answer => answer.At <= cohort.State.AnsweredAt, cancel);
        return await InOwnWords(cohort.Cohort, [.. proposed.OrderBy(topic => topic.Title, StringComparer.Ordinal)], cancel);
    }

    private async Task<IReadOnlyList<Topic>> MostWanted(Cohort cohort, Func<Answer<TopicsAnswer>, bool> counts, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort.Id);
        var curation = (await store.Read<Curation>(partition, Rows.Curation, cancel))?.Value ?? Curation.None;
        var starters = StarterTopics.For(cohort.Settings.Topics);
        var titles = starters.ToDictionary(topic => topic.Id, topic => topic.Title);
        var votes = new Dictionary<TopicId, int>();
        var range = KeyRange.Prefix(AskId.AnswersOf(PhaseNames.CallForTopics));
        await foreach (var answer in store.Query<Answer<TopicsAnswer>>(partition, range, cancel).Where(answer => counts(answer.Value)))
        {
            var proposed = answer.Value.Value.Proposed.Select(TopicText.Topic).ToArray();
            foreach (var topic in proposed)
            {
                titles.TryAdd(topic.Id, topic.Title);
            }

            foreach (var id in answer.Value.Value.Picked.Concat(proposed.Select(topic => topic.Id)).Select(curation.Resolve).Distinct())
            {
                votes[id] = votes.GetValueOrDefault(id) + 1;
            }
        }

        return [.. titles
            .Where(topic => curation.Resolve(topic.Key) == topic.Key && !curation.Hidden.Contains(topic.Key))
            .Select(topic => new Topic(topic.Key, curation.Renamed.GetValueOrDefault(topic.Key, topic.Value)))
            .OrderByDescending(topic => votes.GetValueOrDefault(topic.Id)).ThenBy(topic => topic.Title, StringComparer.Ordinal)];
    }

    /// <summary>Topics to start from, as HR says them in each language; what was renamed since keeps its new title.</summary>
    private async Task<IReadOnlyList<Topic>> InOwnWords(Cohort cohort, IReadOnlyList<Topic> topics, CancellationToken cancel)
    {
        var own = await OwnWords.ReadTopics(store, cohort.Id, cancel);
        if (own.Count == 0)
        {
            return topics;
        }

        var starters = StarterTopics.For(cohort.Settings.Topics).ToDictionary(topic => topic.Id, topic => topic.Title);
        return [.. topics.Select(topic => own.TryGetValue(topic.Id, out var titles) && starters.GetValueOrDefault(topic.Id) == topic.Title ? topic with { Titles = titles } : topic)];
    }

    /// <summary>Pairs of topics whose titles are nearly the same, for the manager to merge: the later into the earlier.</summary>
    /// <param name="topics">Only so many of these are compared, each with each.</param>
    /// <param name="names">What a topic is called.</param>
    public static IReadOnlyList<(Topic From, Topic Into)> NearDuplicates(IReadOnlyList<Topic> topics, IReadOnlyCollection<ITopicNames> names)
    {
        var compared = topics.Take(MostCompared).Select(topic => (Topic: topic, Titles: names.SelectMany(one => one.NamesOf(topic)).Append(topic.Title).Distinct().Select(TopicText.LettersOf).ToArray())).ToArray();
        return
        [
            .. from index in Enumerable.Range(0, compared.Length)
               from later in compared.Skip(index + 1)
               where compared[index].Titles.Any(one => later.Titles.Any(other => TopicText.AreNear(one, other)))
               select (later.Topic, compared[index].Topic),
        ];
    }
}
