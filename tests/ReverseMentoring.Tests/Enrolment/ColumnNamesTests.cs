using System.Globalization;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Enrolment;

/// <summary>A list may use the names that pages use, in each of their languages.</summary>
public sealed class ColumnNamesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("pt")]
    public void What_pages_call_a_column_is_read_as_that_column(string language)
    {
        var texts = new Texts("Manage.Texts").OfLanguage(CultureInfo.GetCultureInfo(language));

        Assert.All(ColumnNames.All, column => Assert.Equal(column, ColumnNames.Find(texts[$"Column.{column}"])));
    }

    /// <summary>So that a list that the programme gives can be given back to it: roles as pages call them, and with how many somebody meets is no maximum.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("pt")]
    public void What_pages_call_a_role_is_read_as_that_role_and_a_count_of_partners_as_no_column(string language)
    {
        var texts = new Texts("Manage.Texts").OfLanguage(CultureInfo.GetCultureInfo(language));
        var (plan, findings) = Sample.PlanCsv($"name,email,role\nAda,ada@example.com,{texts["Role.Mentor"]}\nXena,xena@example.com,{texts["Role.Mentee"]}\n");

        Assert.Empty(findings.Errors);
        Assert.Equal([Role.Mentor, Role.Mentee], plan!.People.Select(person => person.Role));
        Assert.Null(ColumnNames.Find(texts["People.Partners"]));
    }

    [Theory]
    [InlineData("correo del responsable", "managerEmail")]
    [InlineData("Correo de la responsable", "managerEmail")]
    [InlineData("Adresse", "email")]
    [InlineData("Dirección", "email")]
    [InlineData("Adresse du responsable", "managerEmail")]
    [InlineData("Dirección del superior", "managerEmail")]
    public void Usual_names_are_read(string title, string column) => Assert.Equal(column, ColumnNames.Find(title));
}
