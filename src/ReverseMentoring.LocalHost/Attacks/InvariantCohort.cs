using System.Globalization;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>A made-up cohort, and who would be brought together in it: the whole way from rows with names to pairs of ids.</summary>
/// <param name="People">As they stand in rows.</param>
/// <param name="Answers">What each offers and wishes.</param>
/// <param name="Seed">Of what is secret: the key of addresses, and the draw of who is kept apart.</param>
internal sealed record InvariantCohort(IReadOnlyList<Person> People, IReadOnlyDictionary<PersonId, OffersAnswer> Answers, int Seed)
{
    /// <summary>Who would rather not be with whom, by ids: said by address, as in the form.</summary>
    public IReadOnlyList<PairIds> RatherNot { get; init; } = [];

    private const int Topics = 12;

    private const int MostOfATopic = 4;

    /// <param name="pairs">People of each side.</param>
    /// <param name="random">Of this cohort.</param>
    public static InvariantCohort Make(int pairs, SeededRandom random)
    {
        var rows = PeopleGenerator.Csv(2 * pairs, random).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.Split(',')).ToArray();
        var ids = rows.ToDictionary(row => row[1], row => new PersonId($"p{(int)(random.Draw(row[1], "id") * 1e9):D9}"));
        Person[] people =
        [
            .. rows.Select(row => new Person
            {
                Id = ids[row[1]], Name = row[0], Email = row[1], Role = row[2] == "mentor" ? Role.Mentor : Role.Mentee,
                JobTitle = random.Pick(GenderedWords.All, row[1], "title"), Department = row[4], Level = int.Parse(row[5], CultureInfo.InvariantCulture),
                ManagerId = row[6].Length > 0 ? ids[row[6]] : null, Location = row[7], TimeZone = row[8], Languages = row[9].Split(';'),
            }),
        ];
        return new(people, people.ToDictionary(person => person.Id, person => Answer(person, random)), random.Below(int.MaxValue, "secret", "seed"));
    }

    /// <summary>The best pairs, as a cohort's own step would find them, in an order of their own.</summary>
    public async Task<IReadOnlyList<(PersonId Mentor, PersonId Mentee, int? Score)>> Pairs()
    {
        var (store, cohort) = (new MemoryStore(), new Cohort(new("invariant"), Settings, DateTimeOffset.UnixEpoch));
        var partition = Rows.Partition(cohort.Id);
        var hasher = await new PersonRegister(store, new SeededRandomSource(Seed)).Hasher();
        var addresses = People.ToDictionary(person => person.Id, person => hasher.Hash(person.Email));
        foreach (var person in People)
        {
            var ask = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person.Id);
            await store.Write(partition, [Documents.Put(Rows.Person + person.Id, person), Documents.Put(ask.AnswerKey, new Answer<OffersAnswer>(
                ask, DateTimeOffset.UnixEpoch, Answers[person.Id] with { RatherNot = [.. RatherNot.Where(said => said.Mentor == person.Id).Select(said => addresses[said.Mentee])] }))]);
        }

        var reader = new MatchingRequestReader(store, cohort);
        var seed = new byte[16];
        new SeededRandomSource(Seed).Fill(seed);
        await store.Write(partition, [Documents.Insert(Rows.ApartDraw, ApartDrawer.Draw(await reader.ReadRequest() with { KeptApart = [] }, seed))]);
        var request = await reader.ReadRequest();
        var order = People.Index().ToDictionary(person => person.Item.Id, person => person.Index);
        IReadOnlyList<MatchedPair> found = Matcher.Pairs(request with { People = [.. request.People.OrderBy(person => order[person.Id])] });
        return [.. found.Select(pair => (pair.Mentor, pair.Mentee, pair.Score)).Order()];
    }

    private static CohortSettings Settings { get; } = new()
    {
        Name = "Invariant", Start = new(2027, 1, 4), Contacts = new(new("", ""), new("", "")), Matching = new() { MinimumScore = 1 },
    };

    private static OffersAnswer Answer(Person person, SeededRandom random) => new()
    {
        Offers = [.. Some(person.Id, "offers", random).Select(topic => new Offer(topic, (Level)(1 + random.Below(3, person.Id.Value, $"level {topic}"))))],
        Wishes = [.. Some(person.Id, "wishes", random).Select((topic, rank) => new Wish(topic, rank + 1))],
        WorkingHours = WorkingHours.Usual,
        Languages = person.Languages,
    };

    private static IEnumerable<TopicId> Some(PersonId id, string what, SeededRandom random) =>
        Enumerable.Range(0, Topics).OrderBy(topic => random.Draw(id.Value, $"{what} {topic}")).Take(1 + random.Below(MostOfATopic, id.Value, what)).Select(topic => new TopicId($"t{topic}"));
}
