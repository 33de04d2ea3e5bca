using System.Text.Json.Nodes;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Erasure;

/// <summary>Rows as they are told to one of those whom they speak of: others by their names where these are known to them, and else not at all.</summary>
/// <param name="person">To whom.</param>
/// <param name="names">Whom they may know, by id; themselves among them.</param>
internal sealed class PersonalRows(PersonId person, IReadOnlyDictionary<string, string> names)
{
    /// <summary>What anybody could see, or what they did themselves.</summary>
    public bool IsTheirs(CadenceEvent happened) => happened switch
    {
        SessionUnscheduled fell => fell.By == person,
        MemberAnswered answered => answered.Person == person,
        _ => true,
    };

    public JsonObject Write<T>(T row) => (JsonObject)Read(StoredJson.Write(row));

    public JsonNode Read(string body) => Tell(JsonNode.Parse(body))!;

    /// <summary>In these lists of ids only their own is told: who can't come, has said so, or has left is the others' own.</summary>
    private static bool IsOfOneself(string? field) => field is "without" or "declined" or "former";

    /// <summary>Who was invited, and whose coming has changed, of a session: it is the others' own too, and that it is said at all tells of them.</summary>
    private static bool IsOfOthers(string field) => field is "invited" or "attendanceChanges";

    /// <summary>Keyed hashes of addresses: whoever reads the data of two could see of whom the one speaks.</summary>
    private static bool IsOfAddresses(string? field) => field is "ratherNot" or "earlierHashes";

    /// <param name="node">As it is kept.</param>
    /// <param name="field">Whose value it is; null: one of a list.</param>
    private JsonNode? Tell(JsonNode? node, string? field = null) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(one => !IsOfOthers(one.Key)).Select(one => KeyValuePair.Create(one.Key, Tell(one.Value, one.Key)))
            .Where(one => !(IsOfOneself(one.Key) && one.Value is JsonArray { Count: 0 }))),
        JsonArray list when IsOfOneself(field) =>
            new JsonArray([.. list.Where(one => (string?)one == person.Value).Select(_ => (JsonNode)names[person.Value])]),
        JsonArray list when IsOfAddresses(field) => JsonValue.Create(list.Count),
        JsonArray list => new JsonArray([.. list.Select(one => Tell(one))]),
        JsonValue text when field is not "id" && text.TryGetValue<string>(out var id) && names.TryGetValue(id, out var known) => known,
        _ => node?.DeepClone(),
    };
}
