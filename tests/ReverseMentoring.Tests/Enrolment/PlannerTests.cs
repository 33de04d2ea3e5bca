using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Enrolment;

public sealed class PlannerTests
{
    [Fact]
    public void Zone_and_language_left_out_are_the_most_common_ones()
    {
        object[] people =
        [
            new { name = "Ada", email = "ada@example.com", role = "mentor", timeZone = "Asia/Tokyo", languages = new[] { "ja", "en" } },
            new { name = "Xena", email = "xena@example.com", role = "mentee", timeZone = "Asia/Tokyo", languages = new[] { "ja" } },
            new { name = "Yves", email = "yves@example.com", role = "mentee", timeZone = "Europe/Paris" },
            new { name = "Zoe", email = "zoe@example.com", role = "mentee" },
        ];
        var (plan, _) = Sample.Plan(new { name = "Spring", start = "2026-03-09", participants = people });

        Assert.Equal(("Asia/Tokyo", "ja"), (plan!.Settings.TimeZone, plan.Settings.Language));
        Assert.Equal("Asia/Tokyo", plan.People[3].TimeZone);
        Assert.Equal(["ja"], plan.People[2].Languages);
        Assert.Equal("pat@example.com", plan.Settings.Contacts.Manager.Email);
    }

    [Fact]
    public void Whoever_is_their_own_manager_is_told_so_and_a_sentence_ends_where_nothing_else_was_meant()
    {
        var (_, own) = Sample.PlanCsv("name,email,role,level,timeZone,languages,managerEmail\nAda,ada@example.com,mentor,1,Europe/Berlin,en,ada@example.com\nXena,xena@example.com,mentee,4,Europe/Berlin,en,\n");
        Assert.Equal(("Nobody is their own manager.", "Leave the field empty, or name somebody else."), (own.Errors[0].Problem, own.Errors[0].Mend));

        var (_, unknown) = Sample.Plan("""{ "name": "Spring", "start": "2026-03-09", "zzzzzz": 1 }""", Sample.AdventureWorks);
        Assert.Equal("This field is not known.", Assert.Single(unknown.Errors).Problem);
    }

    /// <summary>More who want in than there are places is what a draw is for: nobody is told to invite others.</summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Empty_places_are_no_matter_where_a_draw_says_who_waits(bool drawn, int warnings)
    {
        var people = Enumerable.Range(0, 6).Select(number => Sample.Person($"mentor{number}", "mentor", 1)).Append(Sample.Person("xena", "mentee", 4)).Append(Sample.Person("yves", "mentee", 4));
        var (_, findings) = Sample.Plan(new { name = "Spring", start = "2026-03-09", drawnWaitingList = drawn, participants = people });

        Assert.Equal(warnings, findings.Warnings.Count(warning => warning.Problem.Contains("places stay empty", StringComparison.Ordinal)));
    }

    /// <summary>As on forms: people know where they are, not what their zone is called. One that nobody knows, or that several zones have, is said with its mend.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_city_stands_for_its_zone_in_a_list_of_either_kind(bool csv)
    {
        var (plan, findings) = Of("Mailand", "são paulo");
        Assert.Empty(findings.Errors);
        Assert.Equal(["Europe/Rome", "America/Sao_Paulo"], plan!.People.Select(person => person.TimeZone));

        (_, findings) = Of("Berlinn", "Pacific");
        Assert.All(findings.Errors, error => Assert.EndsWith("timeZone", error.Where, StringComparison.Ordinal));
        Assert.Equal(["'Berlinn'", "'Pacific'"], findings.Errors.Select(error => error.Problem.Split(' ')[0]));
        Assert.All(findings.Errors, error => Assert.Contains("did you mean '", error.Mend, StringComparison.Ordinal));

        (CohortPlan? Plan, Findings Findings) Of(string ada, string xena) => csv
            ? Sample.PlanCsv($"name,email,role,level,timeZone,languages\nAda,ada@example.com,mentor,1,{ada},en\nXena,xena@example.com,mentee,4,{xena},en\n")
            : Sample.Plan(new { name = "Spring", start = "2026-03-09", participants = new[] { Sample.Person("ada", "mentor", 1, timeZone: ada), Sample.Person("xena", "mentee", 4, timeZone: xena) } });
    }

    [Theory]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", false)]
    public void The_first_day_is_today_or_later(string start, bool refused)
    {
        var (_, findings) = Sample.Plan(new { name = "Spring", start, participants = Sample.People });

        Assert.Equal(refused, findings.Errors.Any(error => error.Where == "start"));
    }

    /// <summary>In Microsoft 365 each session has a link of its own.</summary>
    [Theory]
    [InlineData("""{"link": "https://meet.example.org/mentoring"}""", new[] { "calendar.link" })]
    [InlineData("""{"link": "https://meet.example.org/mentoring-*"}""", new string[0])]
    [InlineData("""{"room": "K 12"}""", new[] { "calendar.room" })]
    [InlineData("""{"link": "https://meet.example.org/*", "room": "K 12"}""", new[] { "calendar.room" })]
    public void One_link_or_room_for_all_is_warned_of_before_the_start(string calendar, string[] warned)
    {
        var (_, findings) = Sample.Plan($$"""{"name": "Spring", "start": "2026-03-09", "calendar": {{calendar}}}""", Sample.AdventureWorks, MailQuota.Unlimited);

        Assert.Empty(findings.Errors);
        Assert.Equal(warned, findings.Warnings.Select(warning => warning.Where).Where(place => place.StartsWith("calendar", StringComparison.Ordinal)));
    }

    [Fact]
    public void Today_is_the_cohorts_own()
    {
        var (_, findings) = Sample.Plan(new { name = "Spring", start = "2026-03-01", timeZone = "America/Los_Angeles", participants = Sample.People });

        Assert.Empty(findings.Errors);
    }

    [Theory]
    [InlineData(142, "5", 5)]
    [InlineData(142, null, 0)]
    [InlineData(142, "1", 5)]
    public void Phases_that_the_mail_quota_cannot_serve_are_refused_with_the_days_that_they_need(int people, string? perHour, int refused)
    {
        var quota = new MailQuota(PerHour: perHour is null ? null : int.Parse(perHour, System.Globalization.CultureInfo.InvariantCulture));
        var (plan, findings) = Sample.Plan("""{"name": "Spring", "start": "2026-03-09", "phases": {"callForTopics": 2, "offersAndWishes": 2, "confirmation": 1, "feedback": 1}, "sessions": {"idealDays": 21, "minimumDays": 7}}""", Sample.AdventureWorks, quota);

        Assert.Equal(refused == 0 ? people : null, plan?.People.Count);
        Assert.True(findings.Errors.Count <= refused);
        Assert.Equal(refused == 0, findings.Errors.Count == 0);
        if (perHour is "5")
        {
            // 142 invitations and two reminders to one half are 284 mails: at 5 an hour 57 hours, of which a week has 55.
            Assert.Contains(findings.Errors, error => error.Where == "phases.callForTopics" && error.Mend.Contains("at least 8 days", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Who_has_nobody_at_all_is_warned_about_with_the_rules_that_say_so()
    {
        object[] people = [.. Sample.People, Sample.Person("lone", "mentor", 1, "xena", "Pacific/Auckland"), Sample.Person("low", "mentee", 0, "boss")];
        var (plan, findings) = Sample.Plan(new { name = "Spring", start = "2026-03-09", participants = people });

        Assert.NotNull(plan);
        Assert.Contains(findings.Warnings, warning => warning.Where == "participants[8]" && warning.Problem.Contains("shared-hours", StringComparison.Ordinal));
        Assert.Contains(findings.Warnings, warning => warning.Where == "participants[9]" && warning.Problem.Contains("level-gap", StringComparison.Ordinal));
        Assert.DoesNotContain(findings.Warnings, warning => warning.Where == "participants[2]");
    }

    [Fact]
    public void Zones_that_share_no_working_time_are_told_at_the_start_with_what_would_mend_it()
    {
        var (_, findings) = Sample.Plan(new { name = "Spring", start = "2026-03-09", participants = (object[])[.. Sample.People, Sample.Person("far", "mentor", 1, "boss", "America/Los_Angeles")] });

        // In these weeks the clocks are eight hours apart: 7:00 in Los Angeles is 15:00 in Berlin.
        var apart = Assert.Single(findings.Warnings, warning => warning.Where == "people, timeZone");
        Assert.Contains("America/Los_Angeles and Europe/Berlin (7 people) share 0 minutes", apart.Problem, StringComparison.Ordinal);
        Assert.Contains("these two share 1500 minutes", apart.Mend, StringComparison.Ordinal);
    }

    /// <summary>In circles nobody is paired, and nobody has places for others.</summary>
    [Fact]
    public void Of_circles_no_warning_speaks_of_places_or_of_zones_that_are_not_paired()
    {
        var (_, findings) = Sample.Plan(new
        {
            name = "Spring", start = "2026-03-09", matching = new { circles = new { } },
            participants = (object[])[.. Sample.People, Sample.Person("far", "mentor", 1, "boss", "America/Los_Angeles"), Sample.Person("near", "mentor", 1, "boss")],
        });

        Assert.DoesNotContain(findings.Warnings, warning => warning.Problem.Contains("places", StringComparison.Ordinal));
        Assert.Contains("shares a circle with anybody", Assert.Single(findings.Warnings, warning => warning.Where == "people, timeZone").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reminder_that_never_goes_is_told()
    {
        var (_, findings) = Sample.Plan(new { name = "Spring", start = "2026-03-09", participants = Sample.People, reminders = new[] { 20, 1 } });

        Assert.Contains("A reminder 20 days before", Assert.Single(findings.Warnings, warning => warning.Where == "reminders").Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Plan(Sample.Cohort).Findings.Warnings, warning => warning.Where == "reminders");
    }

    [Fact]
    public void That_personal_data_is_erased_on_the_day_of_the_report_is_told()
    {
        var (_, findings) = Sample.Plan(new { name = "Spring", start = "2026-03-09", participants = Sample.People, retentionDays = 0 });

        Assert.Contains("erased at the end of the day", Assert.Single(findings.Warnings, warning => warning.Where == "retentionDays").Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Plan(Sample.Cohort).Findings.Warnings, warning => warning.Where == "retentionDays");
    }

    /// <summary>Of one session there is no distance that the programme would take longer by.</summary>
    [Theory]
    [InlineData("2026-04-01", 1, false)]
    [InlineData("2026-04-01", 3, true)]
    [InlineData("2026-06-01", 1, true)]
    public void Who_is_over_before_summer_is_asked_for_no_weeks_in_which_nothing_is_planned(string start, int sessions, bool asked)
    {
        var (_, findings) = Sample.Plan(new { name = "Spring", start, participants = Sample.People, sessions = new { sessions } });

        Assert.Equal(asked, findings.Warnings.Any(warning => warning.Problem.Contains("through the summer", StringComparison.Ordinal)));
    }

    /// <summary>Each setting, set to something else than its default, must come back from the row that keeps it.</summary>
    [Fact]
    public void Every_setting_that_differs_from_its_default_survives_being_stored()
    {
        var request = JsonSerializer.SerializeToNode(Sample.Cohort)!.AsObject();
        request["phases"] = new JsonObject { ["callForTopics"] = 1, ["review"] = 9 };
        request["reminders"] = new JsonArray();
        request["turnout"] = new JsonObject { ["minimum"] = 0, ["extendDays"] = 0 };
        request["review"] = new JsonObject { ["goOnAfterDeadline"] = true };
        request["confirmationRounds"] = 0;
        request["retentionDays"] = 0;
        request["sessions"] = new JsonObject { ["sessions"] = 2, ["preferred"] = new JsonArray(new JsonObject { ["start"] = "10:00", ["end"] = "12:00" }) };
        request["matching"] = new JsonObject
        {
            ["minimumLevelGap"] = null, ["requireSharedLanguage"] = false, ["minimumSharedMinutes"] = 0, ["preferNearby"] = false,
            ["weights"] = new JsonObject { ["level-gap"] = 0 }, ["circles"] = new JsonObject { ["largestSize"] = 8 },
        };
        var (plan, findings) = Sample.Plan(request.ToJsonString());
        Assert.Empty(findings.Errors);
        var settings = plan!.Settings;
        var back = StoredJson.Parse<ReverseMentoring.Core.Programme.CohortSettings>(StoredJson.Write(settings));

        Assert.Equal((0.0, 0, 0, 0, true), (back.Turnout.Minimum, back.Turnout.ExtendDays, back.ConfirmationRounds, back.RetentionDays, back.Review.GoOnAfterDeadline));
        Assert.Equal((null, false, 0, false), (back.Matching.MinimumLevelGap, back.Matching.RequireSharedLanguage, back.Matching.MinimumSharedMinutes, back.Matching.PreferNearby));
        Assert.Equal(StoredJson.Write(settings), StoredJson.Write(back));
        Assert.Empty(back.Reminders);
        Assert.Equal(new TimeOnly(10, 0), back.Sessions.Preferred.Single().Start);
    }

    [Theory]
    [InlineData("ada@example.com", true)]
    [InlineData(" Xena@Example.com", true)]
    [InlineData("pat@example.com", true)]
    [InlineData("boss@example.com", false)]
    [InlineData("nia@example.net", false)]
    public void The_neutral_contact_neither_takes_part_nor_runs_the_programme(string email, bool refused)
    {
        var (plan, findings) = Sample.Plan(new { name = "Spring", start = "2026-03-09", participants = Sample.People, contacts = new { trusted = new { name = "Nia", email } } });

        Assert.Equal(refused, findings.Errors.Any(error => error.Where == "contacts.trusted.email"));
        Assert.Equal(refused, plan is null);
    }

    [Theory]
    [InlineData("matching", "minimumScore", "0")]
    [InlineData("matching", "reportingDepth", "1")]
    [InlineData("matching", "circles", "{\"smallestSize\": 2}")]
    [InlineData("matching", "weights", "{\"shoe-size\": 1}")]
    [InlineData("sessions", "minimumDays", "1")]
    [InlineData("sessions", "maximumDays", "1000000000")]
    [InlineData("sessions", "rasterMinutes", "7")]
    [InlineData("sessions", "earliestStart", "\"2026-03-09\"")]
    [InlineData("phases", "feedback", "91")]
    [InlineData("turnout", "minimum", "2")]
    [InlineData("branding", "colour", "\"red\"")]
    [InlineData("branding", "logo", "\"http://example.com/a.png\"")]
    [InlineData("branding", "logo", "\"https://example.com/a.svg\"")]
    [InlineData("branding", "logo", "\"https://example.com/a.webp?size=2\"")]
    [InlineData("contacts", "manager", "{\"name\": \"Pat\"}")]
    [InlineData("contacts", "trusted", "{\"name\": \"Pat\", \"email\": \"pat\"}")]
    public void A_setting_out_of_range_is_named(string part, string field, string value)
    {
        var json = JsonSerializer.SerializeToNode(Sample.Cohort)!.AsObject();
        json[part] = JsonNode.Parse($$"""{"{{field}}": {{value}}}""");
        var (plan, findings) = Sample.Plan(json.ToJsonString());

        Assert.Null(plan);
        Assert.StartsWith($"{part}.{field}", Assert.Single(findings.Errors).Where, StringComparison.Ordinal);
    }
}
