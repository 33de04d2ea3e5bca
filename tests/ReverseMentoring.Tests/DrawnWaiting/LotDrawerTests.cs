using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Matching;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>Who begins and who waits, where more people want in than there are places.</summary>
public sealed class LotDrawerTests
{
    private const int Fewest = 6;

    private static readonly IReadOnlySet<PersonId> Nobody = new HashSet<PersonId>();

    [Theory]
    [InlineData(20, 8, Role.Mentor, 12)]
    [InlineData(8, 20, Role.Mentee, 12)]
    public void As_many_wait_as_there_are_too_many_of_the_side_that_has_them(int mentors, int mentees, Role side, int waiting)
    {
        var (draw, lots) = LotDrawer.Draw(Of(mentors, mentees), "one", Fewest, Nobody);

        Assert.Equal((side, 20, 8, waiting, null), (draw.Side, draw.Wanted, draw.Places, draw.Waiting, draw.WhyNot));
        Assert.Equal((20, waiting), (lots.Count, lots.Count(lot => lot.Waits)));
        Assert.Equal(20, lots.Select(lot => lot.Person).Distinct().Count());
    }

    [Fact]
    public void Who_takes_several_has_several_places() =>
        Assert.Equal(6, LotDrawer.Draw(Of(20, 7, capacity: 2), "one", Fewest, Nobody).Draw.Waiting);

    [Theory]
    [InlineData(8, 8, NoDraw.PlacesForAll)]
    [InlineData(13, 8, NoDraw.FewWouldWait)]
    [InlineData(20, 5, NoDraw.FewWouldBegin)]
    public void Where_nothing_could_be_shown_nobody_waits_and_it_says_why(int mentors, int mentees, NoDraw why)
    {
        var (draw, lots) = LotDrawer.Draw(Of(mentors, mentees), "one", Fewest, Nobody);

        Assert.Equal((why, 0), (draw.WhyNot, draw.Waiting));
        Assert.Empty(lots);
    }

    /// <summary>Enough would begin, but most of them in any case.</summary>
    [Theory]
    [InlineData(3, NoDraw.FewBesideSpared)]
    [InlineData(15, NoDraw.FewBesideSpared)]
    [InlineData(2, null)]
    public void Where_too_few_are_left_beside_those_who_have_waited_once_it_says_so(int spared, NoDraw? why)
    {
        var request = Of(20, 8);
        var waited = request.People.Where(person => person.Role is Role.Mentor).Take(spared).Select(person => person.Id).ToHashSet();

        Assert.Equal(why, LotDrawer.Draw(request, "one", Fewest, waited).Draw.WhyNot);
    }

    [Fact]
    public void Who_has_waited_once_is_in_no_draw_again()
    {
        var request = Of(20, 8);
        var spared = request.People.Where(person => person.Role is Role.Mentor).Take(2).Select(person => person.Id).ToHashSet();

        var lots = LotDrawer.Draw(request, "one", Fewest, spared).Lots;

        Assert.Equal((18, 12), (lots.Count, lots.Count(lot => lot.Waits)));
        Assert.DoesNotContain(lots, lot => spared.Contains(lot.Person));
    }

    [Fact]
    public void The_same_seed_draws_the_same_whatever_the_order_and_another_draws_others()
    {
        var request = Of(20, 8);
        var first = Waiting(request, "one");

        Assert.Equal(first, Waiting(request with { People = [.. request.People.Reverse()] }, "one"));
        Assert.NotEqual(first, Waiting(request, "two"));
    }

    /// <summary>12 of 20 wait: over 2,000 draws each 1,200 times, give or take four standard deviations.</summary>
    [Fact]
    public void Everybody_is_as_likely_to_wait()
    {
        var request = Of(20, 8);
        var times = Enumerable.Range(0, 2000).SelectMany(seed => Waiting(request, $"{seed}")).CountBy(person => person).ToDictionary();

        Assert.Equal(20, times.Count);
        Assert.All(times.Values, count => Assert.InRange(count, 1200 - 88, 1200 + 88));
    }

    private static IReadOnlyList<PersonId> Waiting(MatchingRequest request, string seed) =>
        [.. LotDrawer.Draw(request, seed, Fewest, Nobody).Lots.Where(lot => lot.Waits).Select(lot => lot.Person).Order()];

    private static MatchingRequest Of(int mentors, int mentees, int capacity = 1) => SmallCohort.From(1) with
    {
        People =
        [
            .. Enumerable.Range(0, mentors).Select(number => Person($"m{number:D2}", Role.Mentor, 1)),
            .. Enumerable.Range(0, mentees).Select(number => Person($"l{number:D2}", Role.Mentee, capacity)),
        ],
    };

    private static MatchPerson Person(string id, Role role, int capacity) => SmallCohort.From(1).People[0] with { Id = new(id), Role = role, Capacity = capacity };
}
