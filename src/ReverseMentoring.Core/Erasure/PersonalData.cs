using System.Text.Json.Nodes;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Erasure;

/// <summary>
/// All that is kept of somebody in a cohort, as it is kept. Of others it has the names of those whom they meet or have met, and nothing that these
/// did or said.
/// </summary>
public sealed class PersonalData(IStore store)
{
    /// <summary>What stands for a person who is not theirs to know.</summary>
    private const string Somebody = "somebody else";

    /// <summary>
    /// Rows that speak of somebody and are not in it: keys that only lead to rows that are, the draw, which with "rather not with" of
    /// others in it is theirs too, the salt by which alone the log of what was done can tell whom it was about, and the id of who is being erased, who can ask
    /// for nothing any more.
    /// </summary>
    public static IReadOnlyList<string> LeftOut { get; } =
        [Rows.MeetingOf, Rows.Queue, Rows.Later, Rows.MailOf, Rows.Held, Rows.Failed, Rows.Message, Rows.ApartDraw, Rows.Line, Rows.AuditSalt, Rows.ForgottenId];

    /// <summary>By what it is: <c>person</c>, <c>answers</c>, <c>meetings</c>, <c>mails</c> …</summary>
    public async Task<JsonObject> Collect(CohortId cohort, PersonId person, CancellationToken cancel = default)
    {
        var (partition, names) = (Rows.Partition(cohort), new Dictionary<string, string>(StringComparer.Ordinal));
        var repository = new MeetingRepository(store, cohort);
        var meetings = await repository.OfPerson(person, cancel).ToListAsync(cancel);
        foreach (var id in (PersonId[])[person, .. meetings.SelectMany(meeting => meeting.Everybody)])
        {
            names[id.Value] = (await store.Read<Person>(partition, Rows.Person + id, cancel))?.Value.Name ?? Somebody;
        }

        // Whom the manager's rules and list name beside them is not theirs to know.
        var rules = await Rules(partition, person, cancel);
        var earlier = await Where(partition, Rows.EarlierPair, row => row.Value<PairOnList>() is var pair && (pair.One == person || pair.Other == person), cancel);
        foreach (var id in rules.Locks.Concat(rules.Forbids).SelectMany(pair => new[] { pair.Mentor, pair.Mentee })
            .Concat(earlier.Select(row => row.Value<PairOnList>()).SelectMany(pair => new[] { pair.One, pair.Other })))
        {
            names.TryAdd(id.Value, Somebody);
        }

        var told = new PersonalRows(person, names);
        return new JsonObject
        {
            ["person"] = await Single(partition, Rows.Person + person, told, cancel),
            ["correction"] = await Single(partition, Rows.Correction + person, told, cancel),
            ["agreed"] = await Single(partition, Rows.Agreement + person, told, cancel),
            ["askedForByOwnAddress"] = await Single(partition, Rows.Own + person, told, cancel),
            ["asked"] = await Questions(partition, person, meetings, ask => ask.AskKey, AskId.AsksOf, told, cancel),
            ["answers"] = await Questions(partition, person, meetings, ask => ask.AnswerKey, AskId.AnswersOf, told, cancel),
            ["meetings"] = await Meetings(partition, person, repository, meetings, told, cancel),
            ["mails"] = await Where(partition, Rows.Mail, row => row.Value<Mail>().Person == person, told, cancel),
            ["applicant"] = await Single(partition, Rows.Applicant + person, told, cancel),
            ["directory"] = await Single(partition, Rows.Directory + person, told, cancel),
            ["mailed"] = await Single(partition, Rows.Mailed + person, told, cancel),
            ["freeTime"] = await Single(partition, Rows.FreeTime + person, told, cancel),
            ["unmatched"] = await Single(partition, Rows.Unmatched + person, told, cancel),
            ["lot"] = await Single(partition, Rows.Lot + person, told, cancel),
            ["seeking"] = await store.Read(partition, Rows.Seeking + person, cancel) is not null,
            ["newcomer"] = await store.Read(partition, Rows.Newcomer + person, cancel) is not null,
            ["earlierPairs"] = new JsonArray([.. earlier.Select(row => told.Read(row.Body))]),
            ["rules"] = told.Write(rules),
            ["counted"] = new JsonArray([.. (await Where(partition, Rows.Released, row => row.Body.Contains($"\"{person}\"", StringComparison.Ordinal), cancel)).Select(row => JsonValue.Create(row.Key[Rows.Released.Length..]))]),
            ["commands"] = await Where(partition, Rows.Command, row => row.Body.Contains($"\"{person}\"", StringComparison.Ordinal), told, cancel),
            ["bookings"] = await Bookings(cohort, person, told, cancel),
            ["drafts"] = await Drafts(partition, person, cancel),
        };
    }

    private async Task<JsonArray> Meetings(
        string partition, PersonId person, MeetingRepository repository, IReadOnlyList<Meeting> meetings, PersonalRows told, CancellationToken cancel)
    {
        var all = new JsonArray();
        foreach (var meeting in meetings)
        {
            // Kept apart or not is not only theirs: it may be what the other has asked for. One that never began ended, to each of the two, as if it had been declined, without
            // saying when; why any ended is told only where it was neither of them.
            var neverBegan = meeting.Status is MeetingStatus.Declined || (meeting is { Status: MeetingStatus.Ended, StartedAt: null } && !meeting.End.IsToldToMembers());
            var one = told.Write(meeting with
            {
                KeptApart = false, Wanted = false, Status = neverBegan ? MeetingStatus.Declined : meeting.Status, EndedAt = neverBegan ? null : meeting.EndedAt,
                End = meeting.End.IsToldToMembers() ? meeting.End : null,
            });
            one["sessions"] = new JsonArray([.. await repository.Sessions(meeting.Id, cancel).Select(session => (JsonNode)told.Write(session.Value)).ToListAsync(cancel)]);
            one["events"] = new JsonArray([.. await repository.Events(meeting.Id, cancel).Select(row => (JsonNode)told.Write(row.Value)).ToListAsync(cancel)]);
            var history = await store.Read<MeetingHistory>(partition, MeetingRepository.HistoryKey(meeting.Id), cancel);
            one["history"] = new JsonArray([.. (history?.Value.Events ?? []).Where(told.IsTheirs).Select(happened => (JsonNode)told.Write<CadenceEvent>(happened))]);
            one["notes"] = await Single(partition, PairNotes.KeyOf(meeting.Id, person), told, cancel);
            all.Add(one);
        }

        return all;
    }

    private async Task<JsonArray> Questions(
        string partition, PersonId person, IReadOnlyList<Meeting> meetings, Func<AskId, string> key, Func<string, string> ofScope, PersonalRows told, CancellationToken cancel)
    {
        var all = new JsonArray();
        foreach (var ask in AskId.AllOf(person))
        {
            Add(all, await Single(partition, key(ask), told, cancel));
        }

        foreach (var meeting in meetings)
        {
            await foreach (var row in store.Query(partition, KeyRange.Prefix(ofScope(meeting.Id.Value)), cancel).Where(row => row.Key.EndsWith($".{person}", StringComparison.Ordinal)))
            {
                Add(all, told.Read(row.Body));
            }
        }

        return all;
    }

    /// <summary>What the manager has decided about them.</summary>
    private async Task<MatchRules> Rules(string partition, PersonId person, CancellationToken cancel)
    {
        var rules = (await store.Read<MatchRules>(partition, Rows.Rules, cancel))?.Value ?? new();
        return rules with
        {
            Locks = [.. rules.Locks.Where(pair => pair.Mentor == person || pair.Mentee == person)],
            Forbids = [.. rules.Forbids.Where(pair => pair.Mentor == person || pair.Mentee == person)],
            Fresh = [.. rules.Fresh.Where(pair => pair.Mentor == person || pair.Mentee == person)],
        };
    }

    private async Task<JsonArray> Bookings(CohortId cohort, PersonId person, PersonalRows told, CancellationToken cancel)
    {
        var booked = await new BookingRepository(store).ReadPerson(person, cancel);
        return new JsonArray([.. booked.Value.Entries.Where(booking => booking.Cohort == cohort).Select(booking => (JsonNode)told.Write(booking))]);
    }

    /// <summary>Their rows in lists of starts that are being prepared; which start it is isn't theirs to know yet.</summary>
    private async Task<JsonArray> Drafts(string partition, PersonId person, CancellationToken cancel) =>
        await store.Read<Person>(partition, Rows.Person + person, cancel) is { Value.Email: { Length: > 0 } address }
            ? new JsonArray([.. await new DraftPeople(store).Of(address, cancel).Select(row => (JsonNode)new JsonObject(row.Select(cell => KeyValuePair.Create(cell.Key, (JsonNode?)cell.Value)))).ToListAsync(cancel)])
            : new JsonArray();

    private async Task<JsonNode?> Single(string partition, string key, PersonalRows told, CancellationToken cancel) =>
        await store.Read(partition, key, cancel) is { } row ? told.Read(row.Body) : null;

    private async Task<JsonArray> Where(string partition, string prefix, Func<Row, bool> theirs, PersonalRows told, CancellationToken cancel) =>
        new([.. (await Where(partition, prefix, theirs, cancel)).Select(row => told.Read(row.Body))]);

    private async Task<List<Row>> Where(string partition, string prefix, Func<Row, bool> theirs, CancellationToken cancel) =>
        await store.Query(partition, KeyRange.Prefix(prefix), cancel).Where(theirs).ToListAsync(cancel);

    private static void Add(JsonArray all, JsonNode? one)
    {
        if (one is not null)
        {
            all.Add(one);
        }
    }
}
