using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>All that people of a cohort have said and chosen, read from the rows themselves, as the one who judges an attack may: not by what the product makes of them.</summary>
/// <param name="Sides">Of everybody on the list.</param>
/// <param name="Values">What each said, by what was asked and when: <c>trust.v1.start</c>, <c>going-well</c>.</param>
/// <param name="Asked">Who could have answered each survey, whether they did or not.</param>
/// <param name="Gone">Who takes part no longer.</param>
/// <param name="Meetings">Pairs and circles, with who is or was in them.</param>
internal sealed record SaidInCohort(
    IReadOnlyDictionary<PersonId, Role> Sides, IReadOnlyDictionary<string, IReadOnlyDictionary<PersonId, double>> Values,
    IReadOnlyDictionary<FormKind, IReadOnlySet<PersonId>> Asked, IReadOnlySet<PersonId> Gone, IReadOnlyList<Meeting> Meetings)
{
    public const string GoingWell = "going-well";

    public const string Worth = "worth";

    private static readonly Dictionary<PersonId, double> Nothing = [];

    /// <summary>What everybody said to something.</summary>
    public IReadOnlyDictionary<PersonId, double> Of(string variable) => Values.GetValueOrDefault(variable, Nothing);

    public static async Task<SaidInCohort> Read(IStore store, CohortId cohort, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort);
        var people = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value).ToListAsync(cancel);
        var said = new Dictionary<(string Variable, PersonId Person), List<(DateTimeOffset At, double Value)>>();
        var asked = new Dictionary<FormKind, HashSet<PersonId>>();
        await foreach (var ask in store.Query<Ask>(partition, KeyRange.Prefix(Rows.Ask), cancel).Select(row => row.Value.Id))
        {
            People(ask.Form).Add(ask.Person);
        }

        await foreach (var row in store.Query(partition, KeyRange.Prefix(Rows.Answer), cancel))
        {
            var (id, at) = (row.Value<AnswerReceipt>().Id, row.Value<AnswerReceipt>().At);
            People(id.Form).Add(id.Person);
            switch (id.Form)
            {
                case FormKind.Offers:
                    Items(row.Value<Answer<OffersAnswer>>().Value.Said, "start");
                    break;
                case FormKind.Pulse when row.Value<Answer<PulseAnswer>>().Value.Worth is { } worth:
                    Say(Worth, worth);
                    break;
                case FormKind.HalfTime:
                    Say(GoingWell, row.Value<Answer<HalfTimeAnswer>>().Value.GoingWell);
                    Items(row.Value<Answer<HalfTimeAnswer>>().Value.Said, "half-time");
                    break;
                case FormKind.Feedback:
                    Items(row.Value<Answer<FeedbackAnswer>>().Value.Said, "end");
                    Items(row.Value<Answer<FeedbackAnswer>>().Value.Then, "then");
                    break;
            }

            void Items(IReadOnlyDictionary<ItemId, int> items, string moment)
            {
                foreach (var (item, value) in items)
                {
                    Say($"{item}.{moment}", value);
                }
            }

            void Say(string variable, double value)
            {
                if (!said.TryGetValue((variable, id.Person), out var values))
                {
                    said[(variable, id.Person)] = values = [];
                }

                values.Add((at, value));
            }
        }

        return new(
            people.ToDictionary(person => person.Id, person => person.Role),
            said.GroupBy(one => one.Key.Variable).ToDictionary(
                variable => variable.Key,
                variable => (IReadOnlyDictionary<PersonId, double>)variable.ToDictionary(
                    one => one.Key.Person, one => variable.Key is GoingWell or Worth ? one.Value.Average(value => value.Value) : one.Value.MaxBy(value => value.At).Value)),
            asked.ToDictionary(form => form.Key, form => (IReadOnlySet<PersonId>)form.Value), people.Where(person => !person.IsActive).Select(person => person.Id).ToHashSet(),
            await new MeetingRepository(store, cohort).All(cancel).Select(row => row.Value).ToListAsync(cancel));

        HashSet<PersonId> People(FormKind form) => asked.TryGetValue(form, out var those) ? those : asked[form] = [];
    }
}
