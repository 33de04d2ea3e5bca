using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Reads what matching needs to know of a cohort: who answered, who reports to whom, which pairs have been, here and before.</summary>
public sealed class MatchingRequestReader(IStore store, Cohort cohort)
{
    private readonly string partition = Rows.Partition(cohort.Id);

    /// <summary>
    /// Those who said what they offer and want, and are still there. Who has a partner stays with what is left of
    /// their capacity, or not at all. Who waits by a draw is not among them, nor who came after it and stands behind those.
    /// </summary>
    public Task<MatchingRequest> ReadRequest(CancellationToken cancel = default) => Read(everybody: false, listed: false, cancel);

    /// <summary>All who take part and don't wait by a draw, with all of their capacity, whoever has a partner or has said nothing.</summary>
    public Task<MatchingRequest> ReadEverybody(CancellationToken cancel = default) => Read(everybody: true, listed: false, cancel);

    /// <summary>The same people as HR's list alone has them: as if nobody had said anything, of their working hours either. Nobody is kept apart.</summary>
    internal async Task<MatchingRequest> ReadListed(CancellationToken cancel)
    {
        var request = await Read(everybody: true, listed: true, cancel);
        return request with { People = [.. request.Listed!.Values], Locks = [], KeptApart = [] };
    }

    /// <summary>Who is kept apart by a draw; null before the first matching.</summary>
    internal async Task<ApartDraw?> ReadDraw(CancellationToken cancel) =>
        ApartDraw.FromParts(await store.Query<ApartDraw>(partition, KeyRange.Prefix(Rows.ApartDraw), cancel).Select(part => part.Value).ToListAsync(cancel));

    private async Task<MatchingRequest> Read(bool everybody, bool listed, CancellationToken cancel)
    {
        var pairs = await new MeetingRepository(store, cohort.Id).All(MeetingKind.Pair, cancel)
            .Where(pair => pair.Status is not MeetingStatus.Draft).ToListAsync(cancel);
        var taken = pairs.Where(pair => pair.Status is MeetingStatus.Proposed or MeetingStatus.Running)
            .SelectMany(pair => pair.People)
            .CountBy(person => person).ToDictionary();
        var free = await store.Query<FreeTimeRow>(partition, KeyRange.Prefix(Rows.FreeTime), cancel)
            .ToDictionaryAsync(row => row.Value.Person, row => row.Value.Unpack(), cancellationToken: cancel);
        var waiting = await store.ReadWaiting(cohort, cancel);
        var line = new Dictionary<PersonId, PersonId>();
        var open = new List<(Person Person, int Room)>();
        await foreach (var person in store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel))
        {
            if (person.Value.ManagerId is { } manager)
            {
                line[person.Value.Id] = manager;
            }

            var left = person.Value.Capacity - (everybody ? 0 : taken.GetValueOrDefault(person.Value.Id));
            if (person.Value.IsActive && left > 0 && !waiting.Contains(person.Value.Id))
            {
                open.Add((person.Value, left));
            }
        }

        await foreach (var manager in store.Query<LineManager>(partition, KeyRange.Prefix(Rows.Line), cancel))
        {
            if (manager.Value.ManagerId is { } above)
            {
                line[manager.Value.Id] = above;
            }
        }

        var known = open.ToDictionary(one => one.Person.Id, one => AsListed(one.Person, one.Room));
        if (!everybody)
        {
            var behind = await store.ReadBehind(cohort, open.Select(one => one.Person).ToAsyncEnumerable(), cancel);
            open.RemoveAll(one => behind.Contains(one.Person.Id));
        }

        var answers = listed ? [] : await Answers(open.Select(one => one.Person.Id).ToHashSet(), cancel);
        var named = await Named(open.Select(one => one.Person), answers, cancel);
        var rules = (await store.Read<MatchRules>(partition, Rows.Rules, cancel))?.Value ?? new();
        var before = await new EarlierPairs(store).Before(cohort.Id, cancel).ToListAsync(cancel);
        var request = new MatchingRequest
        {
            People =
            [
                .. from one in open
                   where everybody || answers.ContainsKey(one.Person.Id)
                   select Describe(one.Person, answers.GetValueOrDefault(one.Person.Id) ?? Unsaid(one.Person)) with { Capacity = one.Room, FreeTime = free.GetValueOrDefault(one.Person.Id) },
            ],
            Waiting = waiting,
            Listed = known,
            Policy = cohort.Settings.Matching,
            ReportingLine = line,
            Week = cohort.Settings.Start,
            SessionMinutes = cohort.Settings.Sessions.Minutes,
            Sessions = cohort.Settings.Sessions.Sessions,
            Locks = rules.Locks,
            Forbids = rules.Forbids,
            EarlierPairs = [.. before, .. pairs.Select(pair => new PairIds(pair.Mentor, pair.Mentee))],
        };
        var draw = await ReadDraw(cancel);
        // One list, sorted: from here on nobody can tell who asked for it and who was drawn.
        return request with
        {
            KeptApart = [.. named.Concat(draw?.Among(request) ?? []).Select(Sorted).Distinct().OrderBy(pair => pair.Mentor).ThenBy(pair => pair.Mentee)],
        };
    }

    private static PairIds Sorted(PairIds pair) => pair.Mentor.CompareTo(pair.Mentee) <= 0 ? pair : new(pair.Mentee, pair.Mentor);

    /// <summary>Who would rather not be with whom.</summary>
    private async Task<IReadOnlyList<PairIds>> Named(IEnumerable<Person> people, Dictionary<PersonId, OffersAnswer> answers, CancellationToken cancel)
    {
        if (!answers.Values.Any(answer => answer.RatherNot.Count > 0) || await PersonRegister.FindHasher(store, cancel) is not { } hasher)
        {
            return [];
        }

        var named = answers.SelectMany(answer => answer.Value.RatherNot.Select(said => (Namer: answer.Key, Hash: hasher.Open(answer.Key, said)))).ToArray();
        var hashes = named.Select(one => one.Hash).ToHashSet();
        var byHash = people.SelectMany(person => (person.EarlierHashes ?? []).Append(hasher.Hash(person.Email)).Select(hash => (Hash: hash, person.Id)))
            .Where(one => hashes.Contains(one.Hash)).DistinctBy(one => one.Hash).ToDictionary(one => one.Hash, one => one.Id);
        return [.. named.Where(one => byHash.ContainsKey(one.Hash)).Select(one => new PairIds(one.Namer, byHash[one.Hash]))];
    }

    /// <summary>Parses the answers of these people only: when somebody seeks another partner, nearly all others have theirs.</summary>
    private async Task<Dictionary<PersonId, OffersAnswer>> Answers(HashSet<PersonId> people, CancellationToken cancel)
    {
        var answers = new Dictionary<PersonId, OffersAnswer>();
        var byKey = people.ToDictionary(person => new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person).AnswerKey, StringComparer.Ordinal);
        await foreach (var row in store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(PhaseNames.OffersAndWishes)), cancel))
        {
            if (byKey.TryGetValue(row.Key, out var person))
            {
                answers[person] = row.Value<Answer<OffersAnswer>>().Value;
            }
        }

        return answers;
    }

    /// <summary>Of somebody who has said nothing, what the cohort knows all the same.</summary>
    private static OffersAnswer Unsaid(Person person) => new()
    {
        Offers = [], Wishes = [], WorkingHours = person.Hours, Languages = person.Languages, RatherNot = [],
    };

    /// <summary>As HR's list alone has somebody: as if they had said nothing, of their working hours either.</summary>
    private static MatchPerson AsListed(Person person, int room) => Describe(person, Unsaid(person)) with { Capacity = room, WorkingHours = WorkingHours.Usual };

    /// <param name="person">As HR and the person say.</param>
    /// <param name="answer">What they offer and want.</param>
    private static MatchPerson Describe(Person person, OffersAnswer answer) => MatchPeople.From(person) with
    {
        WorkingHours = answer.WorkingHours,
        Languages = answer.Languages,
        Offers = answer.Offers,
        Wishes = answer.Wishes,
    };
}
