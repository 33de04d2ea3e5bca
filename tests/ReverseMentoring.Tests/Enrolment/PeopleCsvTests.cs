using System.Text;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Enrolment;

public sealed class PeopleCsvTests
{
    private const string Two = "name,email,role\nAda,ada@example.com,mentor\nXena,xena@example.com,mentee\n";

    static PeopleCsvTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(Two)]
    [InlineData("\uFEFFName;E-Mail;ROLE;Job Title\nAda;ada@example.com;Mentor;\nXena;xena@example.com;mentee;\n")]
    [InlineData("name\temail\trole\r\nAda\tada@example.com\tmentor\r\n\r\nXena\txena@example.com\tmentee")]
    [InlineData("sep=;\r\nname;email;role\r\nAda;ada@example.com;mentor\r\nXena;xena@example.com;mentee\r\n")]
    [InlineData(" name , email , role \n Ada , ADA@Example.com , mentor \n,,\nXena,xena@example.com,mentee\n")]
    [InlineData("role,\"job_title\",email,name\nmentor,\"Line one, \"\"two\"\"\",ada@example.com,Ada\nmentee,,xena@example.com,Xena\n")]
    public void The_dialects_of_spreadsheets_are_read(string csv)
    {
        var (plan, findings) = Sample.PlanCsv(csv);

        Assert.Empty(findings.Errors);
        Assert.Equal(["Ada", "Xena"], plan!.People.Select(person => person.Name));
        Assert.Equal("ada@example.com", plan.People[0].Email);
        Assert.Equal([Role.Mentor, Role.Mentee], plan.People.Select(person => person.Role));
    }

    [Fact]
    public void A_file_in_Windows_1252_is_read_with_a_warning()
    {
        var bytes = Encoding.GetEncoding(1252).GetBytes(Two.Replace("Ada", "Zoë", StringComparison.Ordinal));
        var (plan, findings) = Sample.Plan(Sample.Least, bytes);

        Assert.Equal("Zoë", plan!.People[0].Name);
        Assert.Contains(findings.Warnings, warning => warning.Problem.Contains("Windows-1252", StringComparison.Ordinal));
    }

    [Fact]
    public void UTF_16_as_some_spreadsheets_save_it_is_read()
    {
        var (plan, _) = Sample.Plan(Sample.Least, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Two)]);

        Assert.Equal(2, plan!.People.Count);
    }

    [Fact]
    public void Columns_have_german_names_too_and_those_that_other_systems_give()
    {
        var findings = new Findings();
        var row = Assert.Single(PeopleCsv.Parse(System.Text.Encoding.UTF8.GetBytes("Mitarbeiter;E-Mail-Adresse;Rolle;Führungskraft;Standort;Sprachen\nAda;ada@example.com;mentor;bo@example.com;Berlin;de en\n"), findings));

        Assert.Empty(findings.Errors.Concat(findings.Warnings));
        Assert.Equal(("Ada", "ada@example.com", "bo@example.com", "Berlin", 2), (row.Name, row.Email, row.ManagerEmail, row.Location, row.Languages.Count));
    }

    [Fact]
    public void An_unknown_column_is_warned_about_and_what_was_meant_is_guessed()
    {
        var (_, findings) = Sample.PlanCsv(Two.Replace("role", "role,managerMial,shoe", StringComparison.Ordinal));

        Assert.Contains(findings.Warnings, warning => warning.Problem.Contains("did you mean 'managerEmail'", StringComparison.Ordinal));
        Assert.Contains(findings.Warnings, warning => warning.Problem.Contains("'shoe'", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_are_counted_as_spreadsheets_do_past_blank_rows()
    {
        var (_, findings) = Sample.PlanCsv(
            "name,email,role,level\nAda,ada@example.com,mentor,1\n,,,\n\nBen,ben@example.com,mentor,low\nXena,xena@example.com,mentee,4,and,more\n");

        Assert.Equal(["people row 5, column level", "people row 6", "people with role mentee"], findings.Errors.Select(error => error.Where).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "people")]
    [InlineData("PK\u0003\u0004", "people")]
    [InlineData("name,post,role\nAda,ada@example.com,mentor\n", "people, column email")]
    [InlineData("name,email,role,email\nAda,ada@example.com,mentor,x\n", "people, column email")]
    public void A_file_that_is_no_list_of_people_is_refused(string csv, string where)
    {
        var (plan, findings) = Sample.PlanCsv(csv);

        Assert.Null(plan);
        Assert.Contains(where, findings.Errors.Select(error => error.Where));
    }

    [Fact]
    public void People_in_both_places_are_refused()
    {
        var (_, findings) = Sample.Plan("""{"name": "Spring", "start": "2026-03-09", "participants": []}""", Encoding.UTF8.GetBytes(Two));

        Assert.Equal(["participants"], findings.Errors.Select(error => error.Where));
    }
}
