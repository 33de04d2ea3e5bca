using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Matching;

/// <summary>People whose working days don't overlap, and who would meet early or late.</summary>
public sealed class FarApartTests
{
    private static readonly DateOnly January = new(2027, 1, 4);

    private static readonly WorkingHours Early = WorkingHours.Usual with { AlsoEarly = true }, Late = WorkingHours.Usual with { AlsoLate = true };

    [Fact]
    public void Early_and_late_hours_lie_around_the_days_that_are_worked()
    {
        var lunch = new WorkingHours([new(DayOfWeek.Monday, new(8, 0), new(12, 0)), new(DayOfWeek.Monday, new(14, 0), new(21, 0)), new(DayOfWeek.Friday, new(6, 0), new(0, 0))])
        {
            AlsoEarly = true, AlsoLate = true,
        };

        Assert.Equal(
            [new(DayOfWeek.Monday, new(7, 0), new(12, 0)), new(DayOfWeek.Monday, new(14, 0), new(21, 0)), new(DayOfWeek.Friday, new(6, 0), new(0, 0))],
            lunch.Wider.Days);
        Assert.Same(WorkingHours.Usual, WorkingHours.Usual.Wider);
        Assert.NotEqual(WorkingHours.Usual, Early);
        Assert.Equal(WorkingHours.EveryWeekday(new(7, 0), new(17, 0)), Early.Wider);
        Assert.Equal(WorkingHours.EveryWeekday(new(9, 0), new(20, 0)), Late.Wider);
    }

    /// <summary>Nine hours lie between them: 7:00 in Los Angeles is 16:00 in Berlin.</summary>
    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    public void Los_Angeles_and_Berlin_are_matched_once_one_of_them_would_meet_early_or_late(bool early, bool late, int pairs) =>
        Assert.Equal(pairs, Matcher.Match(Of(
            Person("m", Role.Mentor, "America/Los_Angeles", early ? Early : WorkingHours.Usual), Person("s", Role.Mentee, "Europe/Berlin", late ? Late : WorkingHours.Usual))).Pairs.Count);

    [Fact]
    public void Who_works_at_the_same_time_goes_before_who_would_meet_early_or_late()
    {
        var (near, far) = (Person("near", Role.Mentor, "Europe/Berlin", WorkingHours.Usual), Person("far", Role.Mentor, "America/Los_Angeles", Early));
        var mentee = Person("s", Role.Mentee, "Europe/Berlin", Late);

        Assert.Equal(new PersonId("near"), Assert.Single(Matcher.Match(Of(near, far, mentee)).Pairs).Mentor);
        Assert.Equal(new PersonId("far"), Assert.Single(Matcher.Match(Of(far, mentee)).Pairs).Mentor);
    }

    [Fact]
    public void Zones_that_exclude_each_other_are_told_with_what_they_share()
    {
        MatchPerson[] people =
        [
            Person("m1", Role.Mentor, "America/Los_Angeles", WorkingHours.Usual), Person("m2", Role.Mentor, "America/New_York", WorkingHours.Usual),
            Person("s1", Role.Mentee, "Europe/Berlin", WorkingHours.Usual), Person("s2", Role.Mentee, "Europe/Berlin", WorkingHours.Usual),
        ];

        // From 7:00 to 20:00 on both sides they share 16:00 to 20:00 of Berlin, on five days.
        Assert.Equal([new ZonesApart("America/Los_Angeles", "Europe/Berlin", 3, 0, 5 * 4 * 60)], ZonesApart.Find(people, 120, 60, January));
        Assert.Equal(2, ZonesApart.Find(people, (5 * 2 * 60) + 1, 60, January).Count);
        // New York and Berlin share two hours on five days, which have no room for longer sessions.
        Assert.Equal([0], ZonesApart.Find(people, 120, 121, January).Where(apart => apart.One is "America/New_York").Select(apart => apart.SharedMinutes));
        Assert.Empty(ZonesApart.Find(people, 0, 60, January));
        Assert.Empty(ZonesApart.Find(people.Where(person => person.Role is Role.Mentor).ToArray(), 120, 60, January));
    }

    private static MatchingRequest Of(params MatchPerson[] people) => new() { People = people, Week = January };

    private static MatchPerson Person(string id, Role role, string zone, WorkingHours hours) => new()
    {
        Id = new(id), Role = role, Level = role is Role.Mentee ? 3 : 1, Department = "", Location = "", TimeZone = zone, WorkingHours = hours, Languages = ["en"],
        Offers = [new(new("ai"), Level.Practised)], Wishes = [new(new("ai"), 1)], Capacity = 1,
    };
}
