using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Standings;

/// <summary>Shares of groups with a partner, and when they are told.</summary>
public sealed class SelectionShareTests
{
    private static readonly DateTimeOffset Moment = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_lowest_share_is_told_as_a_part_of_the_highest()
    {
        var shares = Of(Trait.Department, ("Sales", 10, 8), ("Research", 10, 4));

        Assert.Equal([("Research", 10, 4), ("Sales", 10, 8)], shares.Groups.Select(group => (group.Group!, group.All, group.Partnered)));
        Assert.Equal(0.5, shares.Ratio!.Value, 6);
        Assert.InRange(shares.Ratio.Low, 0.219, 0.221);
        Assert.InRange(shares.Ratio.High, 1.134, 1.136);
        Assert.Equal((true, false), (shares.Ratio.IsLow, shares.Ratio.IsLowForSure));
    }

    [Fact]
    public void With_many_people_it_is_no_chance_any_more()
    {
        var shares = Of(Trait.Department, ("Sales", 100, 80), ("Research", 100, 40));

        Assert.True(shares.Ratio!.IsLowForSure);
        Assert.False(Of(Trait.Department, ("Sales", 100, 80), ("Research", 100, 75)).Ratio!.IsLow);
    }

    [Fact]
    public void Small_groups_are_told_together_and_with_the_next_one_where_they_are_too_few_even_so()
    {
        Assert.Equal(
            [("Sales", 9, 6), (null, 6, 3)],
            Of(Trait.Department, ("Sales", 9, 6), ("Law", 3, 2), ("Tax", 3, 1)).Groups.Select(group => (group.Group, group.All, group.Partnered)));
        Assert.Equal(
            [("Sales", 9, 6), (null, 8, 5)],
            Of(Trait.Department, ("Sales", 9, 6), ("Law", 6, 4), ("Tax", 2, 1)).Groups.Select(group => (group.Group, group.All, group.Partnered)));
    }

    [Fact]
    public void Nobody_chosen_of_a_group_is_a_ratio_of_nothing_with_an_interval() =>
        Assert.Equal((0, true), Of(Trait.Zone, ("Europe/Berlin", 10, 8), ("Asia/Tokyo", 10, 0)).Ratio is { } ratio ? (ratio.Value, ratio.High > ratio.Low && ratio.High < 1) : default);

    [Fact]
    public void Who_takes_part_no_longer_is_not_counted_and_a_side_of_which_all_have_a_partner_is_not_told()
    {
        var (people, standing) = Cohort(PhaseNames.Review, ("Sales", 8, 4), ("Research", 8, 8));
        var left = people.Select(person => standing.StateOf(person.Id) is PersonState.Waiting ? person with { LeftAt = Moment } : person).ToArray();

        Assert.NotEmpty(Selection.Find(people, standing, 5));
        Assert.Empty(Selection.Find(left, Standing(PhaseNames.Review, left), 5));
    }

    [Fact]
    public void Nothing_is_told_before_partners_are_found()
    {
        var (people, standing) = Cohort(PhaseNames.OffersAndWishes, ("Sales", 8, 4), ("Research", 8, 2));

        Assert.Empty(Selection.Find(people, standing, 5));
    }

    [Fact]
    public void Nor_once_the_review_is_over_when_it_would_tell_of_who_leaves()
    {
        foreach (var phase in new[] { PhaseNames.Confirmation, PhaseNames.Sessions, PhaseNames.Feedback, PhaseNames.Report })
        {
            var (people, standing) = Cohort(phase, ("Sales", 8, 4), ("Research", 8, 2));
            Assert.Empty(Selection.Find(people, standing, 5));
        }
    }

    private static TraitShares Of(Trait trait, params (string Group, int All, int Partnered)[] groups)
    {
        var (people, standing) = Cohort(PhaseNames.Review, groups);
        return Selection.Find(people, standing, 5).Single(shares => shares.Trait == trait && shares.Role is Role.Mentor);
    }

    private static (Person[] People, CohortStanding Standing) Cohort(string phase, params (string Group, int All, int Partnered)[] groups)
    {
        Person[] people = [.. groups.SelectMany(group => Enumerable.Range(0, group.All).Select(at => Person(group.Group, at, at < group.Partnered)))];
        return (people, Standing(phase, people));
    }

    private static CohortStanding Standing(string phase, IReadOnlyList<Person> people) => new(
        CycleState.Begin(Moment) with { Phase = phase },
        people.Select(CountedPerson.Of),
        [.. people.Where(person => person.JobTitle is not null).Select(person => new Meeting
        {
            Id = new($"p-{person.Id}"), Kind = MeetingKind.Pair, Round = 1, Status = MeetingStatus.Proposed,
            Members = [new(person.Id, Role.Mentor, []), new(new($"of-{person.Id}"), Role.Mentee, [])],
        })],
        []);

    /// <summary>Who has a partner has a job, and so is known by it.</summary>
    private static Person Person(string group, int at, bool partnered) => new()
    {
        Id = new($"{group.Replace('/', '-').ToLowerInvariant()}-{at}"),
        Name = "Ana",
        Email = $"{group}-{at}@example.org",
        Role = Role.Mentor,
        JobTitle = partnered ? "Developer" : null,
        Department = group,
        TimeZone = group.Contains('/', StringComparison.Ordinal) ? group : "UTC",
        Languages = ["en"],
    };
}
