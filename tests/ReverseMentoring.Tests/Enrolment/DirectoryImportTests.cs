using System.Text;
using System.Text.Json;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Enrolment;

/// <summary>Starting with a list of addresses.</summary>
public sealed class DirectoryImportTests
{
    private static readonly object[] Addresses =
        [new { email = "lea@example.com", role = "mentee" }, new { email = "jon@example.com", role = "mentor" }, new { email = "ida@example.com", role = "mentor" }];

    private readonly Phonebook book = new(
        new("ceo@example.com", true) { Name = "Cora Chief", Managers = [] },
        new("lea@example.com", true)
        {
            Name = "Lea Leader", JobTitle = "Head of Sales", Department = "Sales", Location = "Berlin, Germany", Managers = ["ceo@example.com"],
            Zone = Zone.Find("Europe/Berlin"), Language = "de-DE", Addresses = ["lea@example.com", "l.leader@corp.example.com"],
        },
        new("jon@example.com", true) { Name = "Jon Junior", Managers = ["boss@example.com", "l.leader@corp.example.com", "ceo@example.com"] },
        new("ida@example.com", true) { Name = "Ida\nImp", Managers = ["ceo@example.com"] });

    [Fact]
    public async Task Addresses_and_roles_are_enough()
    {
        var (plan, findings) = await Plan(Addresses);

        Assert.Empty(findings.Errors);
        var lea = plan!.People.Single(person => person.Email == "lea@example.com");
        Assert.Equal(("Lea Leader", "Head of Sales", "Sales", "Berlin, Germany"), (lea.Name, lea.JobTitle, lea.Department, lea.Location));
        Assert.Equal(("Europe/Berlin", "de-DE", new PersonId("ceo@example.com")), (lea.TimeZone, lea.Language, lea.ManagerId));
        Assert.Equal("Ida Imp", plan.People.Single(person => person.Email == "ida@example.com").Name);
    }

    [Fact]
    public async Task Managers_who_take_no_part_become_rows_of_the_reporting_line_and_known_ones_keep_their_address()
    {
        var (plan, _) = await Plan(Addresses);

        Assert.Equal(
            [("boss@example.com", "lea@example.com"), ("ceo@example.com", (string?)null)],
            plan!.Line.Select(manager => (manager.Id.Value, manager.ManagerId?.Value)).Order());
    }

    [Fact]
    public async Task Levels_count_the_steps_above_the_most_junior_unless_they_are_given()
    {
        var (plan, _) = await Plan(Addresses);
        Assert.Equal([2, 0, 2], plan!.People.Select(person => person.Level));

        var (given, findings) = await Plan([Addresses[0], Addresses[1], new { email = "ida@example.com", role = "mentor", level = 1 }]);
        Assert.Equal([2, 0, 1], given!.People.Select(person => person.Level));
        Assert.Contains(findings.Warnings, warning => warning.Where == "people, level" && warning.Problem.Contains("counted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_list_says_stays()
    {
        var (plan, _) = await Plan(
        [
            new { email = "lea@example.com", role = "mentee", name = "Dr. Lea", department = "Board", timeZone = "Europe/Madrid", languages = new[] { "es" }, managerEmail = "ida@example.com" },
            Addresses[1], Addresses[2],
        ]);

        var lea = plan!.People[0];
        Assert.Equal(("Dr. Lea", "Head of Sales", "Board"), (lea.Name, lea.JobTitle, lea.Department));
        Assert.Equal(("Europe/Madrid", "es", new PersonId("ida@example.com")), (lea.TimeZone, lea.Language, lea.ManagerId));
    }

    [Fact]
    public async Task Who_is_not_found_is_named_with_the_row()
    {
        var (plan, findings) = await Plan([.. Addresses, new { email = "typo@example.com", role = "mentor" }, new { email = "out@example.net", role = "mentor", name = "Olga Outside" }]);

        Assert.Null(plan);
        var error = Assert.Single(findings.Errors, error => error.Where.StartsWith("participants", StringComparison.Ordinal) && error.Where.EndsWith("email", StringComparison.Ordinal));
        Assert.Equal(("participants[3].email", "The directory doesn't know typo@example.com."), (error.Where, error.Problem));
        Assert.Contains(findings.Warnings, warning => warning.Where == "participants[4].email");
    }

    [Fact]
    public async Task One_person_under_two_addresses_is_told()
    {
        var twice = new Phonebook([.. book.Facts, book.Facts[1] with { Address = "l.leader@corp.example.com" }]);
        var (_, findings) = await Plan([.. Addresses, new { email = "l.leader@corp.example.com", role = "mentee" }], twice);
        Assert.Contains(findings.Errors, error => error.Where == "participants[3].email" && error.Problem.Contains("same person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_directory_it_is_said_what_to_do()
    {
        var findings = new Findings();
        Assert.Null(await Planner(new()).Plan(Read(Addresses, findings), Sample.Now, findings));
        var error = Assert.Single(findings.Errors, error => error.Where == "directory");
        Assert.Contains("Microsoft 365", error.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reporting_line_that_the_directory_doesn_t_tell_is_not_taken_for_nobody()
    {
        var silent = new Phonebook([.. book.Facts.Select(fact => fact with { Managers = null })]);
        var (plan, findings) = await Plan(Addresses, silent);
        Assert.All(plan!.People, person => Assert.Null(person.ManagerId));
        Assert.Contains(findings.Warnings, warning => warning.Problem.Contains("3 report to", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_csv_needs_no_names_either()
    {
        var findings = new Findings();
        var csv = "email;role\nlea@example.com;mentee\njon@example.com;mentor\n"u8.ToArray();
        var sent = CohortReaderFromJson.ReadCohort("""{"name": "Spring", "start": "2026-03-09", "directory": true}"""u8.ToArray(), csv, findings);
        Assert.NotNull(await Planner(new(book)).Plan(sent, Sample.Now, findings));
        Assert.Empty(findings.Errors);
    }

    private Task<(CohortPlan? Plan, Findings Findings)> Plan(object[] people) => Plan(people, book);

    private static async Task<(CohortPlan? Plan, Findings Findings)> Plan(object[] people, Phonebook book)
    {
        var findings = new Findings();
        return (await Planner(new(book)).Plan(Read(people, findings), Sample.Now, findings), findings);
    }

    private static SentCohort Read(object[] people, Findings findings) => CohortReaderFromJson.ReadCohort(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { name = "Spring", start = "2026-03-09", directory = true, participants = people })), null, findings);

    private static CohortPlanner Planner(DirectoryImport directory) =>
        new(new ProgrammeOptions { Manager = new("Pat Manager", "pat@example.com"), Trusted = new("Nia Neutral", "nia@example.net") }, MailQuota.Unlimited, new(), directory);
}
