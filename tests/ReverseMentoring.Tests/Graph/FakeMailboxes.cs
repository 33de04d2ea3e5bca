using System.Globalization;
using System.Text.Json.Nodes;

namespace ReverseMentoring.Tests.Graph;

/// <summary>Calendars: <c>getSchedule</c> with its limits, events that know their transaction, and delta queries.</summary>
public sealed class FakeMailboxes
{
    private readonly List<(string Mailbox, JsonObject Event)> events = [];
    private readonly List<(string Mailbox, JsonObject Changed)> log = [];
    private int made;

    public string Root { get; set; } = "";

    /// <summary>Status and times in UTC, as <c>2026-03-02T09:00:00</c>, by address.</summary>
    public Dictionary<string, List<(string Status, string Start, string End)>> Busy { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Automatic replies from a moment to another in UTC, by address; of others the settings may not be read.</summary>
    public Dictionary<string, (string Start, string End)> Replies { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A delta token from before this length of the log is forgotten.</summary>
    public int ForgottenBefore { get; set; }

    public IReadOnlyList<JsonObject> EventsOf(string mailbox) => [.. events.Where(entry => entry.Mailbox == mailbox).Select(entry => entry.Event)];

    public GraphAnswer? Answer(GraphRequest request) => (request.Method, request.Path.Split('/')) switch
    {
        ("POST", ["", "users", _, "calendar", "getSchedule"]) => Schedule(request),
        ("POST", ["", "users", var mailbox, "events"]) => Create(mailbox, request.Body!.AsObject()),
        ("GET", ["", "users", var mailbox, "mailboxSettings"]) when mailbox.Contains('@', StringComparison.Ordinal) => Replies.TryGetValue(mailbox, out var away)
            ? new(200, new JsonObject
            {
                ["automaticRepliesSetting"] = new JsonObject
                {
                    ["status"] = "scheduled",
                    ["scheduledStartDateTime"] = new JsonObject { ["dateTime"] = away.Start, ["timeZone"] = "UTC" },
                    ["scheduledEndDateTime"] = new JsonObject { ["dateTime"] = away.End, ["timeZone"] = "UTC" },
                },
            })
            : GraphAnswer.Error(403, "ErrorAccessDenied"),
        ("GET", ["", "users", var mailbox, "events"]) => Search(mailbox, request.Query),
        ("GET", ["", "users", var mailbox, "calendarView", "delta" or "delta()" or "microsoft.graph.delta()"]) => Delta(mailbox, request),
        ("POST", ["", "users", var mailbox, "events", var id, "cancel" or "microsoft.graph.cancel"]) => WithEvent(mailbox, id, _ => Remove(mailbox, id)),
        ("GET", ["", "users", var mailbox, "events", var id]) => WithEvent(mailbox, id, found => new(200, found.DeepClone())),
        ("PATCH", ["", "users", var mailbox, "events", var id]) => WithEvent(mailbox, id, found =>
        {
            Change(mailbox, id, changed =>
            {
                request.Body!.AsObject().ToList().ForEach(property => changed[property.Key] = property.Value?.DeepClone());
                AskAgain(changed);
            });
            return new(200, found.DeepClone());
        }),
        _ => null,
    };

    /// <summary>What a person does to an event in their own calendar.</summary>
    public void Change(string mailbox, string id, Action<JsonObject> change)
    {
        var found = EventsOf(mailbox).Single(entry => (string)entry["id"]! == id);
        change(found);
        log.Add((mailbox, found.DeepClone().AsObject()));
    }

    /// <summary>An attendee's answer, which is free of the session then or not.</summary>
    public void Respond(string mailbox, string id, string attendee, string response) => Change(mailbox, id, found =>
        found["attendees"]!.AsArray().Single(one => (string)one!["emailAddress"]!["address"]! == attendee)!["status"] = new JsonObject { ["response"] = response });

    public GraphAnswer Remove(string mailbox, string id)
    {
        events.RemoveAll(entry => entry.Mailbox == mailbox && (string)entry.Event["id"]! == id);
        log.Add((mailbox, new() { ["id"] = id, ["@removed"] = new JsonObject { ["reason"] = "deleted" } }));
        return new(202);
    }

    private GraphAnswer Schedule(GraphRequest request)
    {
        var addresses = request.Body!["schedules"]!.AsArray().Select(address => (string)address!).ToArray();
        var (start, end) = (Time(request.Body["startTime"]!), Time(request.Body["endTime"]!));
        if (addresses.Length > 20 || end - start >= TimeSpan.FromDays(62) || end <= start)
        {
            return GraphAnswer.Error(400, "ErrorInvalidParameter");
        }

        return new(200, new JsonObject
        {
            ["value"] = new JsonArray([.. addresses.Select(address => (JsonNode)(Busy.TryGetValue(address, out var own)
                ? new JsonObject
                {
                    ["scheduleId"] = address.ToUpperInvariant(),
                    ["scheduleItems"] = new JsonArray([.. own.Concat(SessionsOf(address)).Where(item => Time(item.Start) < end && Time(item.End) > start).Select(item => (JsonNode)new JsonObject
                    {
                        ["status"] = item.Status,
                        ["start"] = new JsonObject { ["dateTime"] = item.Start.Split('.')[0] + ".0000000", ["timeZone"] = "UTC" },
                        ["end"] = new JsonObject { ["dateTime"] = item.End.Split('.')[0] + ".0000000", ["timeZone"] = "UTC" },
                    })]),
                }
                : new JsonObject { ["scheduleId"] = address, ["error"] = new JsonObject { ["responseCode"] = "ErrorMailRecipientNotFound", ["message"] = "unknown" } }))]),
        });
    }

    /// <summary>Events stand in the organiser's calendar and in those of all who have not declined.</summary>
    private IEnumerable<(string Status, string Start, string End)> SessionsOf(string address) => events
        .Where(entry => (bool?)entry.Event["isCancelled"] is not true && (entry.Mailbox == address || entry.Event["attendees"]!.AsArray().Any(one =>
            (string)one!["emailAddress"]!["address"]! == address && (string?)one["status"]?["response"] is not "declined")))
        .Select(entry => ("busy", (string)entry.Event["start"]!["dateTime"]!, (string)entry.Event["end"]!["dateTime"]!));

    /// <summary>Another time: what was answered to the old one no longer counts.</summary>
    private static void AskAgain(JsonObject moved)
    {
        foreach (var attendee in moved["attendees"]!.AsArray())
        {
            attendee!.AsObject().Remove("status");
        }
    }

    private GraphAnswer Create(string mailbox, JsonObject wish)
    {
        if (EventsOf(mailbox).FirstOrDefault(known => (string?)known["transactionId"] == (string?)wish["transactionId"]) is { } known)
        {
            return new(201, known.DeepClone());
        }

        var created = wish.DeepClone().AsObject();
        created["id"] = $"AAMk{made}=";
        created["isOrganizer"] = true;
        created["onlineMeeting"] = (bool?)wish["isOnlineMeeting"] == true ? new JsonObject { ["joinUrl"] = "https://teams.example.org/l/" + made++ } : null;
        events.Add((mailbox, created));
        log.Add((mailbox, created.DeepClone().AsObject()));
        return new(201, created.DeepClone());
    }

    private GraphAnswer Search(string mailbox, string query) => new(200, new JsonObject
    {
        ["value"] = new JsonArray([.. EventsOf(mailbox).Where(known => query.Contains($"ep/value eq '{(string?)known["transactionId"]}'", StringComparison.Ordinal)
            && query.Contains($"ep/id eq '{(string?)known["singleValueExtendedProperties"]![0]!["id"]}'", StringComparison.Ordinal)).Select(known => known.DeepClone())]),
    });

    /// <summary>Two changes a page; a token is the length of the log that has been told.</summary>
    private GraphAnswer Delta(string mailbox, GraphRequest request)
    {
        if (request.Query.Contains("startDateTime=", StringComparison.Ordinal) == request.Query.Contains("token=", StringComparison.Ordinal))
        {
            return GraphAnswer.Error(400, "ErrorInvalidUrlQuery");
        }

        var told = request.Query.Contains("token=", StringComparison.Ordinal) ? int.Parse(request.Query.Split("token=")[1], CultureInfo.InvariantCulture) : 0;
        if (told > 0 && told < ForgottenBefore)
        {
            return GraphAnswer.Error(410, "SyncStateNotFound");
        }

        var page = log.Skip(told).Take(2).ToList();
        var more = told + page.Count < log.Count;
        return new(200, new JsonObject
        {
            ["value"] = new JsonArray([.. page.Where(entry => entry.Mailbox == mailbox).Select(entry => entry.Changed.DeepClone())]),
            [more ? "@odata.nextLink" : "@odata.deltaLink"] =
                $"{Root}/users/{mailbox}/calendarView/delta()?{(more ? "$skiptoken" : "$deltatoken")}={told + page.Count}",
        });
    }

    private GraphAnswer WithEvent(string mailbox, string id, Func<JsonObject, GraphAnswer> act) =>
        EventsOf(mailbox).FirstOrDefault(entry => (string)entry["id"]! == Uri.UnescapeDataString(id)) is { } found
            ? act(found) : GraphAnswer.Error(404, "ErrorItemNotFound");

    private static DateTime Time(JsonNode written) => Time((string)written["dateTime"]!);

    private static DateTime Time(string written) => DateTime.Parse(written, CultureInfo.InvariantCulture);
}
