using System.Text;
using System.Text.Json;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Tests.Enrolment;

/// <summary>Small lists and requests to vary.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public static byte[] AdventureWorks => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "adventure-works-people.csv"));

    public const string Least = """{"name": "Spring", "start": "2026-03-09"}""";

    public static object Person(string name, string? role, int level, string? manager = null, string timeZone = "Europe/Berlin") => new
    {
        name, email = $"{name}@example.com", role, level, timeZone, languages = new[] { "en" },
        managerEmail = manager is null ? null : $"{manager}@example.com",
    };

    /// <summary>Three mentors under one boss, three leaders under another, and the head of all.</summary>
    public static object[] People { get; } =
    [
        Person("head", null, 5), Person("boss", null, 3, "head"),
        Person("ada", "mentor", 1, "boss"), Person("ben", "mentor", 1, "boss"), Person("cleo", "mentor", 1, "boss"),
        Person("xena", "mentee", 4, "head"), Person("yves", "mentee", 4, "head"), Person("zoe", "mentee", 4, "head"),
    ];

    public static object Cohort { get; } = new { name = "Spring", start = "2026-03-09", participants = People };

    public static (CohortPlan? Plan, Findings Findings) Plan(string json, byte[]? people = null, MailQuota? quota = null)
    {
        var findings = new Findings();
        var options = new ProgrammeOptions { Manager = new("Pat Manager", "pat@example.com"), Trusted = new("Nia Neutral", "nia@example.net") };
        var plan = new CohortPlanner(options, quota ?? MailQuota.Unlimited, new(), new())
            .Plan(CohortReaderFromJson.ReadCohort(Encoding.UTF8.GetBytes(json), people, findings), Now, findings);
        Assert.True(plan.IsCompleted, "Without a directory there is nothing to wait for.");
        return (plan.Result, findings);
    }

    public static (CohortPlan? Plan, Findings Findings) Plan(object request, MailQuota? quota = null) =>
        Plan(JsonSerializer.Serialize(request), quota: quota);

    public static (CohortPlan? Plan, Findings Findings) PlanCsv(string people) => Plan(Least, Encoding.UTF8.GetBytes(people));
}
