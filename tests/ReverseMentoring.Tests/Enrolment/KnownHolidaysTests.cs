using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Enrolment;

/// <summary>Public holidays that are known before anybody has uploaded any.</summary>
public sealed class KnownHolidaysTests
{
    [Theory]
    [InlineData("Germany/Berlin", "germany", "2027-05-06")]
    [InlineData("Berlin, Deutschland", "deutschland", "2027-03-26")]
    [InlineData("München (Alemania)", "alemania", "2027-05-17")]
    [InlineData("DE", "de", "2027-03-29")]
    [InlineData("Lyon, France", "france", "2027-07-14")]
    [InlineData("United Kingdom/London", "united-kingdom", "2027-08-30")]
    [InlineData("São Paulo; Brasil", "brasil", "2027-09-07")]
    [InlineData("Zürich, Schweiz", "schweiz", "2027-05-06")]
    [InlineData("États-Unis", "etats-unis", "2027-11-25")]
    public void A_location_leads_to_its_country_s_holidays_in_the_languages_of_the_pages(string location, string country, string day)
    {
        var (who, settings) = (SmallCohort.Ana with { Location = location }, new SmallCohort().Cohort.Settings with { Start = new(2027, 1, 5) });

        Assert.Equal(country, KnownHolidays.CountryOf(who, settings));
        Assert.Contains(KnownHolidays.All([who], settings), holiday => holiday.Contains(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("India/Bengaluru")]
    [InlineData("Newport Hills US")]
    [InlineData("HQ")]
    [InlineData("")]
    [InlineData(null)]
    public void Of_a_place_that_names_no_known_country_nothing_is_known(string? location) =>
        Assert.Null(KnownHolidays.CountryOf(SmallCohort.Ana with { Location = location }, new SmallCohort().Cohort.Settings));

    [Fact]
    public void A_rule_of_the_cohort_s_own_leads_there_too()
    {
        var settings = new SmallCohort().Cohort.Settings with { Countries = new Dictionary<string, string> { ["HQ"] = "Germany" } };

        Assert.Equal("germany", KnownHolidays.CountryOf(SmallCohort.Ana with { Location = "hq" }, settings));
    }

    [Fact]
    public async Task What_hr_uploaded_stays_and_a_second_time_writes_nothing()
    {
        var (store, cohort) = (new MemoryStore(), new SmallCohort().Cohort);
        var partition = Rows.Partition(cohort.Id);
        await store.Write(partition, [Documents.Put(Holidays.KeyOf("germany"), new Holidays("germany", []))]);
        Person[] people = [SmallCohort.Ana with { Location = "Germany/Berlin" }, SmallCohort.Tomas with { Location = "Spain/Madrid" }];

        Assert.Single(await KnownHolidays.Keep(store, cohort, people, default));
        Assert.Empty(await KnownHolidays.Keep(store, cohort, people, default));
        Assert.Equal((false, true), ((await Read("germany")).FromLibrary, (await Read("spain")).FromLibrary));
        Assert.DoesNotContain(await Holidays.DaysOffOf(store, cohort, people[0], default), day => day.Contains(new(2026, 5, 1)));
        Assert.Contains(await Holidays.DaysOffOf(store, cohort, people[1], default), day => day.Contains(new(2026, 5, 1)));

        async Task<Holidays> Read(string country) => (await store.Read<Holidays>(partition, Holidays.KeyOf(country)))!.Value;
    }

    [Theory]
    [InlineData("2026-05-01", "The first day is a public holiday of some: the first mails go on 2026-05-04.", "A better day is 2026-05-05.")]
    [InlineData("2026-03-15", "The first day lies on a weekend: the first mails go on 2026-03-16.", "A better day is 2026-03-17.")]
    [InlineData("2026-12-24", "The company is closed on the first day: the first mails go on 2027-01-04.", "A better day is 2027-01-12.")]
    public void A_first_day_on_which_nobody_works_is_said_with_a_better_one(string start, string said, string better)
    {
        var people = Sample.People.Select(person => JsonSerializer.SerializeToNode(person)!).ToArray();
        foreach (var person in people)
        {
            person["location"] = "Germany/Berlin";
        }

        var (plan, findings) = Sample.Plan(new { name = "Spring", start, participants = people });

        Assert.NotNull(plan);
        var warning = Assert.Single(findings.Warnings, warning => warning.Where == "start");
        Assert.Equal((said, better), (warning.Problem, warning.Mend));
    }
}
