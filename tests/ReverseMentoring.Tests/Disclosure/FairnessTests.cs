using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Reports;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>Who found a partner, by group, as the report tells it: through the gate.</summary>
public sealed class FairnessTests
{
    private const int Least = 5;

    private static readonly Cohort Spring =
        new(new("spring"), new() { Name = "Spring", Start = new(2027, 1, 4), Contacts = new(new("Pat", "pat@example.com"), new("Nia", "nia@example.com")) }, default);

    [Fact]
    public void Groups_are_shown_with_their_ratio_where_enough_found_a_partner_and_enough_did_not()
    {
        var fairness = Fairness.Of(Of(("Sales", 20, 15), ("Research", 20, 8), ("Law", 18, 9), ("Tax", 2, 1), ("Audit", 3, 2)));
        var byDepartment = fairness.Single(shares => shares.Trait is Trait.Department);

        Assert.Equal([("Research", 20, 8), ("Sales", 20, 15)], byDepartment.Groups.Take(2).Select(group => (group.Group!, group.All, group.Partnered)));
        Assert.Equal(8 / 15.0, byDepartment.Ratio!.Value, 6);
        Assert.All(fairness, shares => Assert.Equal(Role.Mentee, shares.Role));
    }

    [Fact]
    public void A_group_that_could_be_worked_out_from_the_total_is_not_shown()
    {
        // With all who found a partner, which the report tells anyhow, and Sales, Law with its four would be known.
        var fairness = Fairness.Of(Of(("Sales", 20, 15), ("Law", 8, 4)));

        Assert.DoesNotContain(fairness, shares => shares.Trait is Trait.Department);
        Assert.Contains(fairness, shares => shares.Trait is Trait.Zone && shares.Groups.Single() == new GroupShare("Europe/Berlin", 28, 19));
    }

    [Fact]
    public void Where_everybody_has_a_partner_nothing_is_told() => Assert.Empty(Drafts(("Sales", 20, 20), ("Research", 9, 9)));

    [Fact]
    public void The_file_has_each_group_and_the_ratio_with_its_range()
    {
        var csv = ReportCsv.Write(Of(("Sales", 20, 15), ("Research", 20, 8)), []);

        Assert.Contains("end selection-mentee-department,Sales,15", csv, StringComparison.Ordinal);
        Assert.Matches(@"end selection-mentee-department,lowest share of the highest,0\.53,0\.\d+,0\.\d+", csv);
    }

    private static Report Of(params (string Department, int All, int Partnered)[] groups)
    {
        var (people, partnered) = Company(groups);
        var tables = new DisclosureGate(Least).Publish(Drafts(groups), SelectionDrafts.Known(Spring, people, partnered)).Tables;
        return new()
        {
            Cohort = new("spring"), Name = "Spring", At = DateTimeOffset.UnixEpoch, Participants = 1, Mentors = 0, Mentees = 1, Phases = [], PairsFormed = 0,
            Sessions = new(0), UnmatchedMentors = 0, UnmatchedMentees = 0, Waves = [new(WaveNames.End, DateTimeOffset.UnixEpoch, Least, tables, 0)],
        };
    }

    private static IReadOnlyList<FigureDraft> Drafts(params (string Department, int All, int Partnered)[] groups)
    {
        var (people, partnered) = Company(groups);
        return [.. SelectionDrafts.Write(Spring, people, partnered)];
    }

    private static (IReadOnlyList<Person> People, HashSet<PersonId> Partnered) Company((string Department, int All, int Partnered)[] groups)
    {
        var people = groups.SelectMany(group => Enumerable.Range(0, group.All).Select(number => (Person: Somebody(group.Department, number), Partnered: number < group.Partnered))).ToArray();
        return ([.. people.Select(one => one.Person)], people.Where(one => one.Partnered).Select(one => one.Person.Id).ToHashSet());
    }

    private static Person Somebody(string department, int number) => new()
    {
        Id = SampleIds.Of($"{department}{number}@example.com"), Name = $"{department} {number}", Email = $"{department}{number}@example.com", Role = Role.Mentee,
        Department = department, Level = 4, TimeZone = "Europe/Berlin", Languages = ["en"],
    };
}
