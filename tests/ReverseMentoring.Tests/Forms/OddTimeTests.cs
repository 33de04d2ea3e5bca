using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Forms;

/// <summary>Days and hours at the ends of what a calendar has.</summary>
public sealed class OddTimeTests
{
    [Theory]
    [InlineData("9999-01-01", "9999-12-31")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("9999-12-31", "")]
    [InlineData("2099-01-01", "2099-02-01")]
    public async Task An_absence_beyond_any_cohort_is_refused_beside_its_field(string first, string last)
    {
        var (site, address) = Open();
        await using var _ = site;
        var before = await site.Cohort.Everything();

        var page = await site.Post(address, ("do", "time"), ("zone", "Europe/Stockholm"), ("away-from-1", first), ("away-to-1", last));

        Assert.Equal(422, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal(before, await site.Cohort.Everything());
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2099-01-01")]
    public async Task So_is_another_zone_from_such_a_day(string from)
    {
        var (site, address) = Open();
        await using var _ = site;

        var page = await site.Post(address, ("do", "time"), ("zone", "America/New_York"), ("zone-from", from));

        Assert.Equal(422, page.Status);
        Assert.Single(page.Errors);
    }

    [Fact]
    public async Task An_absence_until_the_end_of_time_that_is_stored_already_breaks_neither_partner_s_page_nor_their_sessions()
    {
        await using var programme = await PairLife.Begin();
        var person = (await programme.People()).Single(one => one.Email == Leader(1));
        var row = (await programme.Store.Read<Person>($"c.{programme.Cohort}", Rows.Person + person.Id))!;
        await programme.Store.Write($"c.{programme.Cohort}", [row.Replace(row.Value with
        {
            Absences = [new(new(9999, 1, 1), DateOnly.MaxValue)], ZoneChanges = [new(DateOnly.MaxValue, "America/New_York")],
        })]);

        foreach (var who in new[] { Leader(1), Junior(1) })
        {
            using var page = await programme.Open(OwnTimeTests.WayIn(programme, who));
            Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
        }

        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(Junior(1));

        Assert.Equal(1, (await programme.Session()).Sequence);
    }

    [Theory]
    [InlineData("00:00", "00:00")]
    [InlineData("23:59", "00:00")]
    [InlineData("00:00", "23:59")]
    [InlineData("10:00:30", "10:00:31")]
    [InlineData("10:00:59", "18:00:01")]
    [InlineData("9:07", "9:08")]
    [InlineData("18:00", "09:00")]
    [InlineData("24:00", "25:00")]
    [InlineData("\u0661\u0660:\u0660\u0660", "18:00")]
    [InlineData("10:00\0", "18:00")]
    public async Task Odd_working_hours_are_taken_or_refused_and_break_nothing(string from, string to)
    {
        var cohort = SmallCohort.In(PhaseNames.OffersAndWishes);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(cohort.AskInPhase(FormKind.Offers, SmallCohort.Ana));

        var sent = await site.Post(
            address, ("offer.careers", "3"), ("wish.technology", "1"), ("hours", "custom"), ("from-monday", from), ("to-monday", to), ("from-sunday", from),
            ("to-sunday", to), ("languages", "en"), ("format", "either"), ("rules", "true"), ("notice", "true"));

        Assert.True(sent.Status is 303 or (>= 400 and < 500), $"{sent.Status}");
        Assert.Equal(200, (await site.Get(address)).Status);
        var own = "/f/" + cohort.Token(FormKind.Participation, SmallCohort.Ana);
        var set = await site.Post(own, ("do", "time"), ("zone", "Europe/Stockholm"), ("hours", "custom"), ("from-monday", from), ("to-monday", to));
        Assert.True(set.Status < 500, $"{set.Status}");
        Assert.Equal(200, (await site.Get(own)).Status);
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFDD0 films")]
    public async Task What_can_t_be_shown_is_left_out_of_what_people_write(string odd)
    {
        var cohort = SmallCohort.In(PhaseNames.CallForTopics);
        await using var site = new FormSite(cohort);
        var ask = cohort.AskInPhase(FormKind.Topics, SmallCohort.Ana);

        var sent = await site.Post("/f/" + cohort.Token(ask), ("picked", "technology"), ("notice", "true"), ("own-1", $"Short {odd}videos"));

        Assert.Equal(303, sent.Status);
        var answer = (await cohort.AnswerOf<TopicsAnswer>(ask))!;
        Assert.StartsWith("Short ", Assert.Single(answer.Proposed), StringComparison.Ordinal);
        Assert.DoesNotContain(odd[0], answer.Proposed[0]);
        Assert.Equal(200, (await site.Get("/f/" + cohort.Token(ask))).Status);
    }

    private static (FormSite Site, string Address) Open()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair().WithSession(1, SmallCohort.Start.AddDays(7).AddHours(6));
        return (new(cohort), "/f/" + cohort.Token(FormKind.Participation, SmallCohort.Ana));
    }

    [Theory]
    [InlineData("Sao Paulo", "America/Sao_Paulo")]
    [InlineData("são paulo", "America/Sao_Paulo")]
    [InlineData("New York", "America/New_York")]
    [InlineData("Europe/Kyiv", "Europe/Kyiv")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("Mumbai", "Asia/Kolkata")]
    [InlineData("bangalore", "Asia/Kolkata")]
    [InlineData("San Francisco", "America/Los_Angeles")]
    [InlineData("München", "Europe/Berlin")]
    [InlineData("Munich", "Europe/Berlin")]
    [InlineData("Köln", "Europe/Berlin")]
    [InlineData("Hambourg", "Europe/Berlin")]
    [InlineData("Nova Deli", "Asia/Kolkata")]
    [InlineData("Łódź", "Europe/Warsaw")]
    public async Task A_zone_is_found_by_its_city(string written, string zone)
    {
        var cohort = SmallCohort.In(Core.Programme.PhaseNames.Sessions);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(Core.Asking.FormKind.Participation, SmallCohort.Ana);

        await site.PostAndFollow(address, ("do", "time"), ("zone", written));

        Assert.Equal(zone, (await cohort.Find<Core.Programme.Person>(Core.Programme.Rows.Person + SmallCohort.Ana.Id))!.TimeZone);
    }
}
