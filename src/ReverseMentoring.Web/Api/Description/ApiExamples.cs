namespace ReverseMentoring.Web.Api.Description;

/// <summary>What is sent in a call, by example: bodies by their operation, parameters by their names. A test reads each as the call itself would.</summary>
internal static class ApiExamples
{
    private const string Kim = "3f7a9c2e51d04b86";

    private const string Ana = "b81d6e0f9a274c35";

    /// <summary>By <c>operationId</c>.</summary>
    public static IReadOnlyDictionary<string, string> Bodies { get; } = new Dictionary<string, string>
    {
        ["startCohort"] = StartExample.Json,
        ["forecastStart"] = StartExample.Json,
        ["extendCohort"] = """{ "days": 3 }""",
        ["patchSettings"] = """{ "phases": { "feedback": 14 }, "branding": { "colour": "#0a5c8f" } }""",
        ["pausePerson"] = """{ "until": "2027-04-16" }""",
        ["takeOutPerson"] = """{ "tell": true }""",
        ["proposePair"] = $$"""{ "mentor": "{{Kim}}", "mentee": "{{Ana}}" }""",
        ["recordSession"] = """{ "start": "2027-04-20T09:00:00+02:00" }""",
        ["moveSession"] = """{ "start": "2027-04-22T14:00:00+02:00" }""",
        ["patchPerson"] = """{ "department": "Research", "managerEmail": "sam.roe@example.com" }""",
        ["addPerson"] = """{ "name": "Lea Brandt", "email": "lea.brandt@example.com", "role": "mentor", "level": 1, "timeZone": "Europe/Berlin", "languages": ["de", "en"] }""",
        ["curateTopic"] = """{ "into": "social-media" }""",
        ["putMailStop"] = """{ "stopped": true }""",
        ["createKey"] = """{ "name": "Ana", "role": "viewer", "cohorts": ["spring-2027"] }""",
        ["putManagerCohorts"] = """{ "cohorts": ["spring-2027"] }""",
    };

    /// <summary>What is no JSON, by its media type.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["putPeople"] = "name,email,role,level,managerEmail,timeZone,languages\nKim Lee,kim.lee@example.com,mentor,1,sam.roe@example.com,Europe/Berlin,en;de\n",
        ["putEarlierPairs"] = "mentorEmail,menteeEmail\nkim.lee@example.com,ana.ruiz@example.com\n",
        ["putHolidays"] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//holidays//EN\r\nBEGIN:VEVENT\r\nUID:easter-monday-2027\r\nDTSTAMP:20270101T000000Z\r\nDTSTART;VALUE=DATE:20270329\r\nSUMMARY:Easter Monday\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    };

    public static IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["cohort"] = "spring-2027",
        ["person"] = Kim,
        ["mentor"] = Kim,
        ["mentee"] = Ana,
        ["pair"] = "p-1",
        ["circle"] = "c-1",
        ["topic"] = "social-media",
        ["key"] = "k2v9",
        ["manager"] = "7d0c7a52-9f1e-4f0b-8a3c-5d9b7e6f1a20",
        ["country"] = "germany",
        ["to"] = "kim.lee@example.com",
        ["state"] = "waiting",
        ["status"] = "running",
        ["setting"] = "sessions.sessions",
        ["value"] = "4",
        ["after"] = Kim,
        ["If-Match"] = "\"1\"",
        ["Idempotency-Key"] = "spring-1",
    };

    public static IReadOnlyDictionary<string, double> Numbers { get; } = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["number"] = 2, ["stage"] = 3, ["limit"] = 100, ["before"] = 1200, ["effect"] = 0.5,
    };
}
