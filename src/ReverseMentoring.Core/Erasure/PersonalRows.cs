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
    /// <summary>In these lists of ids only their own is told: who can't come, has said so, or has left is the others' own.</summary>
    private static readonly string[] OfOneself = ["without", "declined", "former"];

    /// <summary>What anybody could see, or what they did themselves.</summary>
    public bool IsTheirs(CadenceEvent happened) => happened switch
    {
        SessionUnscheduled fell => fell.By == person,
        MemberAnswered answered => answered.Person == person,
        _ => true,
    };

    public JsonObject Write<T>(T row) => (JsonObject)Read(StoredJson.Write(row));

    public JsonNode Read(string body)
    {
        var node = JsonNode.Parse(body)!;
        Walk(node);
        return node;
    }

    private void Walk(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToArray())
                {
                    if (value is JsonArray list && OfOneself.Contains(name))
                    {
                        fields[name] = new JsonArray([.. list.Where(one => (string?)one == person.Value).Select(_ => (JsonNode)names[person.Value])]);
                    }
                    else if (value is JsonValue text && text.TryGetValue<string>(out var id) && names.TryGetValue(id, out var known) && name is not "id")
                    {
                        fields[name] = known;
                    }
                    else
                    {
                        Walk(value);
                    }
                }

                break;
            case JsonArray list:
                for (var at = 0; at < list.Count; at++)
                {
                    if (list[at] is JsonValue text && text.TryGetValue<string>(out var id) && names.TryGetValue(id, out var known))
                    {
                        list[at] = known;
                    }
                    else
                    {
                        Walk(list[at]);
                    }
                }

                break;
        }
    }
}
