using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Enrolment;

public sealed class RosterTests
{
    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData(" W. Europe Standard Time ", "Europe/Berlin")]
    [InlineData("Pacific Standard Time", "America/Los_Angeles")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("são paulo", "America/Sao_Paulo")]
    [InlineData("Mailand", "Europe/Rome")]
    [InlineData("New York", "America/New_York")]
    [InlineData("Berlinn", null)]
    [InlineData("Eastern", null)]
    [InlineData("", null)]
    public void Zones_are_read_by_IANA_id_in_any_case_by_Windows_name_or_by_a_city_of_one_zone(string text, string? id)
    {
        Assert.Equal(id, ZoneNames.Find(text)?.Id);
    }

    [Fact]
    public void The_mend_of_a_zone_guesses_what_was_meant()
    {
        Assert.Contains("'Berlin'?", ZoneNames.Mend("Berlinn").ToString(), StringComparison.Ordinal);
        Assert.Contains("/Eastern'?", ZoneNames.Mend("Eastern").ToString(), StringComparison.Ordinal);
        Assert.Contains("'Europe/Madrid'?", ZoneNames.Mend("Europa/Madrid").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("EN_gb", "en-gb")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("english", null)]
    [InlineData("xq", null)]
    [InlineData("", null)]
    public void Languages_are_read_by_their_tags(string text, string? tag)
    {
        Assert.Equal(tag, LanguageTags.Parse(text), ignoreCase: true);
    }

    [Theory]
    [InlineData("kim@example.com", true)]
    [InlineData("kim.o'neil+x@mail.example.co.uk", true)]
    [InlineData("kim@example", false)]
    [InlineData("Kim <kim@example.com>", false)]
    [InlineData("kim@example.com, ana@example.com", false)]
    [InlineData("kim@@example.com", false)]
    [InlineData("kim@example..com", false)]
    public void An_address_is_one_plain_address(string text, bool holds)
    {
        Assert.Equal(holds, Addresses.IsOne(text));
    }

    /// <summary>
    /// Random reporting lines: the reader finds a circle exactly where following everybody's managers for as many steps as
    /// there are people does not end, and names each circle once.
    /// </summary>
    [PropertyFact]
    public void Every_circle_of_a_random_reporting_line_is_found_once_and_nothing_else_is()
    {
        var managers = ArbMap.Default.ArbFor<byte>().Generator.Select(value => (int)value).ArrayOf(12).ToArbitrary();
        Prop.ForAll(managers, picks =>
        {
            var above = picks.Select(pick => pick % (picks.Length + 1) == picks.Length ? (int?)null : pick % (picks.Length + 1)).ToArray();
            var findings = new Findings();
            new RosterReader(findings).ReadRoster([.. above.Select((manager, index) => new RosterRow(RosterPlace.InJson(index))
            {
                Email = Address(index), ManagerEmail = manager is { } of ? Address(of) : null,
            })]);
            return findings.Errors.Count == Circles(above) && findings.Errors.All(error => error.Problem.Contains("circle", StringComparison.Ordinal) || error.Problem.Contains("their own manager", StringComparison.Ordinal));
        }).Hold();
    }

    /// <summary>The people that are still reached after as many steps as there are people stand in circles; counts the circles.</summary>
    private static int Circles(int?[] above)
    {
        var onCircles = Enumerable.Range(0, above.Length).Select(person =>
        {
            int? at = person;
            for (var step = 0; step < above.Length && at is not null; step++)
            {
                at = above[at.Value];
            }

            return at;
        }).OfType<int>().ToHashSet();
        var circles = 0;
        while (onCircles.Count > 0)
        {
            circles++;
            for (int? at = onCircles.First(); at is not null && onCircles.Remove(at.Value); at = above[at.Value])
            {
            }
        }

        return circles;
    }

    private static string Address(int index) => $"p{index}@example.com";

}
