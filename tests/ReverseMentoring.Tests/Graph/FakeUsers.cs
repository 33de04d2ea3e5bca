using System.Text.Json.Nodes;

namespace ReverseMentoring.Tests.Graph;

/// <summary>A directory whose users have managers and, most of them, mailboxes.</summary>
public sealed class FakeUsers
{
    private readonly List<JsonObject> users = [];
    private readonly Dictionary<string, string> managers = [];
    private readonly Dictionary<string, JsonNode> settings = [];

    public void Add(string principal, string mail, string? manager = null, string? mailboxSettings = null, string? place = null)
    {
        var id = $"id-{users.Count}";
        users.Add(new() { ["id"] = id, ["userPrincipalName"] = principal, ["mail"] = mail, ["displayName"] = "Name of " + principal, ["jobTitle"] = "Director", ["department"] = "Sales", ["preferredLanguage"] = "en-US", ["city"] = place?.Split(", ")[0], ["country"] = place?.Split(", ")[1] });
        if (manager is not null)
        {
            managers[id] = (string)users.Single(user => (string)user["userPrincipalName"]! == manager)["id"]!;
        }

        if (mailboxSettings is not null)
        {
            settings[id] = JsonNode.Parse(mailboxSettings)!;
        }
    }

    public GraphAnswer? Answer(GraphRequest request) => (request.Method, request.Path.Split('/')) switch
    {
        ("GET", ["", "users"]) => new(200, new JsonObject
        {
            ["value"] = new JsonArray([.. users.Where(user => new[] { "userPrincipalName", "mail" }.Any(field =>
                request.Query.Contains($"{field} eq '{((string)user[field]!).Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.OrdinalIgnoreCase))).Select(user => user.DeepClone())]),
        }),
        ("GET", ["", "users", var id, "mailboxSettings"]) => settings.TryGetValue(id, out var found)
            ? new(200, found.DeepClone()) : GraphAnswer.Error(404, "MailboxNotEnabledForRESTAPI"),
        ("GET", ["", "users", var id]) when request.Query.Contains("$levels", StringComparison.Ordinal) =>
            request.Headers.TryGetValue("ConsistencyLevel", out var level) && level == "eventual" && request.Query.Contains("$count=true", StringComparison.OrdinalIgnoreCase)
                ? new(200, Line(id, request.Query.Contains("$levels=max;", StringComparison.Ordinal) ? 1000 : 1)) : GraphAnswer.Error(400, "Request_UnsupportedQuery"),
        ("GET", ["", "users", var id]) => new(200, users.Single(user => (string)user["id"]! == id).DeepClone()),
        _ => null,
    };

    private JsonObject Line(string id, int levels)
    {
        var person = users.Single(user => (string)user["id"]! == id).DeepClone().AsObject();
        if (levels > 0 && managers.TryGetValue(id, out var manager))
        {
            person["manager"] = Line(manager, levels - 1);
        }

        return person;
    }
}
