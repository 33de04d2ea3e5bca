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
        // With all who found a partner and Sales, Law with its four would be known.
        var report = Of(("Sales", 20, 15), ("Law", 8, 4));
        var fairness = Fairness.Of(report);

        Assert.DoesNotContain(fairness, shares => shares.Trait is Trait.Department);
        Assert.Contains(fairness, shares => shares.Trait is Trait.Zone && shares.Groups.Single() == new GroupShare("Europe/Berlin", 28, 19));
        Assert.Equal(9, report.Wave(WaveNames.End)!.Find(WaveCatalogue.Without, Cells.Mentees)!.Value);
    }

    [Fact]
    public void Where_everybody_has_a_partner_nothing_is_told_by_group() => Assert.Equal([WaveCatalogue.Without, WaveCatalogue.Without], Drafts(("Sales", 20, 20), ("Research", 9, 9)).Select(draft => draft.Table));

    [Fact]
    public void Whoever_left_counts_as_on_the_list_so_that_no_group_tells_how_many_did()
    {
        var (people, partnered) = Company([("Sales", 20, 10)]);
        Person[] some = [.. people.Index().Select(one => one.Index is 3 or 17 ? one.Item with { LeftAt = DateTimeOffset.UnixEpoch } : one.Item)];

        Assert.Equal(Tables(people), Tables(some));

        string[] Tables(IReadOnlyCollection<Person> all) => [.. new SelectionDrafts(Spring, all, partnered, _ => false).Write().OfType<CountDraft>().Select(draft => $"{draft.Table} {draft.Cell} {draft.Value} of {draft.Of}")];
    }

    [Fact]
    public void Those_whom_a_draw_made_wait_are_known_and_stand_beside()
    {
        var (people, partnered) = Company([("Sales", 20, 8)]);
        var waiting = people.Where(person => !partnered.Contains(person.Id)).Take(11).Select(person => person.Id).ToHashSet();
        var drafts = new SelectionDrafts(Spring, people, partnered, waiting.Contains).Write().OfType<CountDraft>().ToArray();

        // One was drawn to begin and found nobody.
        Assert.Equal((1, 9), (drafts.Single(draft => draft is { Table: WaveCatalogue.Without, Cell: Cells.Mentees }).Value, drafts.Single(draft => draft is { Table: WaveCatalogue.Without, Cell: Cells.Mentees }).Of));
        Assert.DoesNotContain(new DisclosureGate(Least).Publish(drafts, []).Tables.SelectMany(table => table.Figures), figure => figure.State is FigureState.Shown);
    }

    [Fact]
    public void How_many_had_none_is_told_of_five_and_more()
    {
        Assert.Equal(FigureState.Few, Without(("Sales", 20, 17)));
        Assert.Equal(FigureState.Shown, Without(("Sales", 20, 15)));

        static FigureState Without(params (string Department, int All, int Partnered)[] groups) => Of(groups).Wave(WaveNames.End)!.Find(WaveCatalogue.Without, Cells.Mentees)!.State;
    }

    [Fact]
    public void The_file_has_each_group_and_the_ratio_with_its_range()
    {
        var csv = ReportCsv.Write(Of(("Sales", 20, 15), ("Research", 20, 8)), []);

        Assert.Contains("end selection-mentee-department,Sales,15", csv, StringComparison.Ordinal);
        Assert.Matches(@"end selection-mentee-department,lowest share of the highest,0\.53,0\.\d+,0\.\d+", csv);
    }

    private static Report Of(params (string Department, int All, int Partnered)[] groups)
    {
        var tables = new DisclosureGate(Least).Publish(Drafts(groups), []).Tables;
        return new()
        {
            Cohort = new("spring"), Name = "Spring", At = DateTimeOffset.UnixEpoch, Participants = 1, Mentors = 0, Mentees = 1, Phases = [], PairsFormed = 0,
            Sessions = new(0), Waves = [new(WaveNames.End, DateTimeOffset.UnixEpoch, Least, tables, 0)],
        };
    }

    private static IReadOnlyList<FigureDraft> Drafts(params (string Department, int All, int Partnered)[] groups)
    {
        var (people, partnered) = Company(groups);
        return [.. new SelectionDrafts(Spring, people, partnered, _ => false).Write()];
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
