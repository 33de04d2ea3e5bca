namespace ReverseMentoring.Web.Api.Description;

/// <summary>What a call that starts a cohort looks like.</summary>
internal static class StartExample
{
    public const string Least = """{ "name": "Spring 2027", "start": "2027-03-01" }""";

    public const string Json = """
        {
          "name": "Spring 2027",
          "start": "2027-03-01",
          "phases": { "callForTopics": 7, "offersAndWishes": 10 },
          "contacts": { "manager": { "name": "Pat Meyer", "email": "pat.meyer@example.com" } },
          "participants": [
            { "name": "Kim Lee", "email": "kim.lee@example.com", "role": "mentor", "level": 1, "managerEmail": "sam.roe@example.com", "timeZone": "Europe/Berlin", "languages": ["en", "de"] },
            { "name": "Ana Ruiz", "email": "ana.ruiz@example.com", "role": "mentee", "level": 4, "timeZone": "Europe/Madrid", "languages": ["es", "en"] },
            { "email": "sam.roe@example.com" }
          ]
        }
        """;

    public const string Csv =
        "A CSV with the columns name, email, role (mentor, mentee or empty), jobTitle, department, level (higher is more senior), managerEmail, "
        + "location, timeZone, languages, and if you like capacity and delegateEmail, which has no effect until the person has confirmed it themselves. A row without a role only tells the reporting line.";
}
