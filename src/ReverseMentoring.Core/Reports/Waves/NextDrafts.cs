using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>What the next cohort can be made of: topics that people wished for and met nobody who brought them, and pairs that go on by themselves.</summary>
/// <param name="store">Where they are.</param>
/// <param name="cohort">Whose figures.</param>
/// <param name="formed">All pairs and circles that have begun.</param>
/// <param name="people">Everybody on the list, those who were erased too.</param>
internal sealed class NextDrafts(IStore store, Cohort cohort, IReadOnlyList<Meeting> formed, IReadOnlyList<Person> people)
{
    /// <summary>
    /// Of each topic that was wished for how many offered it of those who were to teach; in circles, to how many they could have presented it. People and not their places: these HR can set, so that a sum of
    /// them would tell who is among those who offered. Nor are all wishes counted beside those unmet: with the pairs' topics that would tell what the few wished for who had no partner.
    /// </summary>
    /// <param name="said">What people offered and wished for.</param>
    /// <param name="cancel">Cancels reads.</param>
    public async Task<IEnumerable<FigureDraft>> Offered(IReadOnlyList<Answer<OffersAnswer>> said, CancellationToken cancel)
    {
        var titles = (await new TopicRepository(store).ReadTopics(cohort, cancel)).Topics.ToDictionary(topic => topic.Id, topic => topic.Title);
        var (learn, teach) = (Of(Role.Mentee, said), Of(Role.Mentor, said));
        var reached = cohort.HasCircles && formed.Count > 0 ? Math.Max(1, (int)formed.Average(circle => circle.People.Count() - 1)) : 1;
        return
        [
            .. from topic in learn.SelectMany(answer => answer.Value.Wishes).Select(wish => wish.Topic).Distinct().Order()
               let offered = teach.ToLookup(answer => answer.Value.Offers.Any(offer => offer.Topic == topic), answer => answer.Id.Person)
               select new CountDraft(
                   WaveCatalogue.OfferedTopics, topic.Value, $"{cohort.Id}.offered.{topic}", offered[true].ToHashSet(), offered[false].ToHashSet(), offered[true].Count() * reached)
               {
                   Title = titles.GetValueOrDefault(topic, topic.Value),
               },
        ];
    }

    /// <param name="wished">What people offered and wished for.</param>
    /// <param name="said">In the closing survey.</param>
    /// <param name="cancel">Cancels reads.</param>
    public async Task<IEnumerable<FigureDraft>> Write(IReadOnlyList<Answer<OffersAnswer>> wished, IReadOnlyList<Answer<FeedbackAnswer>> said, CancellationToken cancel)
    {
        var sessions = cohort.HasCircles ? await new MeetingRepository(store, cohort.Id).AllSessions(cancel).Select(row => row.Value).ToListAsync(cancel) : [];
        var titles = (await new TopicRepository(store).ReadTopics(cohort, cancel)).Topics.ToDictionary(topic => topic.Id, topic => topic.Title);
        return [.. GoingOn(said), .. Unmet(wished, new(formed, sessions), titles)];
    }

    /// <summary>
    /// Of each topic that is unmet, how many of those who were to learn wished for it whom nobody brought it with whom they met, and how many who met somebody and wished for anything did
    /// not: who had no partner lacked one, and no topic. What somebody brought who was erased since nobody knows
    /// any more: whoever met them counts on neither side, but for topics that another brought them.
    /// </summary>
    private IEnumerable<FigureDraft> Unmet(IReadOnlyList<Answer<OffersAnswer>> answers, CircleCount circles, IReadOnlyDictionary<TopicId, string> titles)
    {
        var met = formed.SelectMany(meeting => Met(meeting, circles)).ToHashSet();
        var partnered = formed.SelectMany(meeting => meeting.Everybody).ToHashSet();
        Answer<OffersAnswer>[] wished = [.. Of(Role.Mentee, answers).Where(answer => partnered.Contains(answer.Id.Person))];
        var known = people.Where(person => person.Email.Length > 0).Select(person => person.Id).ToHashSet();
        var unsure = formed.Where(meeting => meeting.Everybody.Any(person => !known.Contains(person))).SelectMany(meeting => meeting.Everybody).ToHashSet();
        return
        [
            .. from topic in wished.SelectMany(answer => answer.Value.Wishes).Select(wish => wish.Topic).Distinct().Order()
               let vain = wished.Where(answer => answer.Value.Wishes.Any(wish => wish.Topic == topic) && !met.Contains((answer.Id.Person, topic)) && !unsure.Contains(answer.Id.Person)).Select(answer => answer.Id.Person).ToHashSet()
               where vain.Count > 0
               select new CountDraft(WaveCatalogue.UnmetTopics, topic.Value, $"{cohort.Id}.unmet.{topic}", vain, OthersThan(vain, topic), vain.Count)
               {
                   Title = titles.GetValueOrDefault(topic, topic.Value),
               },
        ];

        HashSet<PersonId> OthersThan(HashSet<PersonId> vain, TopicId topic) =>
            [.. wished.Select(answer => answer.Id.Person).Where(person => !vain.Contains(person) && (!unsure.Contains(person) || met.Contains((person, topic))))];
    }

    /// <summary>What was said by those who were to teach, or to learn; in circles all do both.</summary>
    private Answer<OffersAnswer>[] Of(Role role, IReadOnlyList<Answer<OffersAnswer>> said)
    {
        var listed = people.ToDictionary(person => person.Id);
        return [.. said.Where(answer => listed.TryGetValue(answer.Id.Person, out var person) && (cohort.HasCircles || person.Role == role))];
    }

    /// <summary>How many pairs go on, since both have said so.</summary>
    private IEnumerable<FigureDraft> GoingOn(IReadOnlyList<Answer<FeedbackAnswer>> said)
    {
        var answers = said.ToDictionary(answer => answer.Id.Person, answer => answer.Value);
        var pairs = formed.Where(meeting => meeting.Kind is MeetingKind.Pair).ToArray();
        var going = pairs.Where(pair => GoingOnTogether.Say(pair, answers.GetValueOrDefault)).ToArray();
        var chose = going.SelectMany(pair => pair.People).ToHashSet();
        return pairs.Length == 0 ? [] :
        [
            new CountDraft(
                WaveCatalogue.GoOn, Cells.All, $"{cohort.Id}.{WaveCatalogue.GoOn}", chose,
                pairs.SelectMany(pair => pair.Everybody).Where(person => !chose.Contains(person)).ToHashSet(), going.Length),
        ];
    }

    /// <summary>Who met somebody who brought which topic.</summary>
    private static IEnumerable<(PersonId Person, TopicId Topic)> Met(Meeting meeting, CircleCount circles) => meeting.Kind is MeetingKind.Circle
        ? circles.TopicsOf(meeting).SelectMany(topic => meeting.People, (topic, person) => (person, topic))
        : meeting.Exchange.Taught.Select(topic => (meeting.Mentee, topic.Topic)).Concat(meeting.Exchange.Returned.Select(topic => (meeting.Mentor, topic.Topic)));
}
