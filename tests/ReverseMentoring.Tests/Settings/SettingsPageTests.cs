using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Settings;

/// <summary>Settings in the browser: before the start, and after it.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public async Task What_would_change_is_shown_first_and_then_changed()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/settings";
        var form = await host.Page(address);
        Assert.Equal(
            ["contacts.manager.email", "contacts.manager.name", "contacts.trusted.email", "contacts.trusted.name", "name"],
            form.QuerySelectorAll("input[aria-required][name]").Select(field => field.GetAttribute("name")).Except(["start"]).Order(StringComparer.Ordinal));
        var fields = Fields(form);
        fields["phases.callForTopics"] = "14";
        fields["branding.colour"] = "#0a5c8f";
        var preview = await Send(host, $"{address}/preview", fields, HttpStatusCode.OK);
        Assert.Contains("7 → 14", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Offers and wishes", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, (await Cohort(host, programme)).Settings.Phases.CallForTopics);

        using var changed = await host.Post(address, [.. Fields(preview).Select(field => (field.Key, field.Value))]);
        Assert.Equal($"{address}?done=Change", changed.Headers.Location!.OriginalString);
        await host.Settle();
        var settings = (await Cohort(host, programme)).Settings;
        Assert.Equal((14, "#0a5c8f"), (settings.Phases.CallForTopics, settings.Branding.Colour));
    }

    [Fact]
    public async Task A_form_that_is_sent_as_it_is_changes_nothing()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/settings";
        var preview = await Send(host, $"{address}/preview", Fields(await host.Page(address)), HttpStatusCode.OK);
        Assert.Contains("Nothing would change", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_comes_back_at_its_field_and_in_a_group_that_is_open()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/settings";
        var fields = Fields(await host.Page(address));
        (fields["sessions.minutes"], fields["sessions.preferred"]) = ("fifty", "09:00-09:10");
        var page = await Send(host, $"{address}/preview", fields, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("fifty", page.QuerySelector<IHtmlInputElement>("[name='sessions.minutes']")!.Value);
        Assert.NotNull(page.QuerySelector("details[open] [name='sessions.minutes'][aria-invalid=true]"));
        Assert.Null(page.QuerySelector("details[open] [name='phases.review']"));

        // What only rises, likewise.
        var cohort = (await host.Store.Read<Cohort>(programme.Partition, Rows.Cohort))!;
        await host.Store.Write(programme.Partition, [cohort.Replace(cohort.Value with { Settings = cohort.Value.Settings with { MinimumGroup = 7 } })]);
        fields["minimumGroup"] = "6";
        page = await Send(host, $"{address}/preview", fields, HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(page.QuerySelector("details[open] [name='minimumGroup'][aria-invalid=true]"));
    }

    [Fact]
    public async Task Once_sessions_run_the_page_says_what_can_t_be_changed_and_why()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 17);
        await programme.GoTo(PhaseNames.Sessions);
        var page = await host.Page($"/manage/cohorts/{programme.Id}/settings");
        Assert.Null(page.QuerySelector("[name='sessions.sessions']"));
        Assert.NotNull(page.QuerySelector("[name='calendar.room']"));
        Assert.Contains("Sessions have been booked with these", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_kept_and_begun_with_again_without_anybody_of_the_list()
    {
        await using var host = await ManageHost.Start();
        var fields = Fields(await host.Page("/manage/new"));
        (fields["name"], fields["sessions.sessions"], fields["matching.requireSharedLanguage"]) = ("Draft of autumn", "4", "");
        fields.Remove("matching.requireSharedLanguage");
        using (var saved = await host.Post("/manage/new/save", [.. fields.Select(field => (field.Key, field.Value))]))
        {
            Assert.Equal("/manage/new?done=Saved", saved.Headers.Location!.OriginalString);
        }

        var link = (await host.Page("/manage/new")).QuerySelector<IHtmlAnchorElement>(".saved a")!;
        Assert.Equal("Draft of autumn", link.TextContent);
        var again = await host.Page(link.GetAttribute("href")!);
        Assert.Equal("4", again.QuerySelector<IHtmlInputElement>("[name='sessions.sessions']")!.Value);
        Assert.False(again.QuerySelector<IHtmlInputElement>("[name='matching.requireSharedLanguage']")!.IsChecked);
        using var gone = await host.Post("/manage/new/forget", ("template", link.GetAttribute("href")!.Split('=')[1]));
        Assert.Empty((await host.Page("/manage/new")).QuerySelectorAll(".saved a"));
    }

    [Fact]
    public async Task A_start_in_circles_meets_every_other_week_and_one_that_says_nothing_as_a_call_that_says_nothing()
    {
        await using var host = await ManageHost.Start();
        var fields = Fields(await host.Page("/manage/new"));
        Assert.Equal(DayOfWeek.Tuesday, DateOnly.Parse(fields["start"], System.Globalization.CultureInfo.InvariantCulture).DayOfWeek);
        var plain = await Started(host, new(fields) { ["name"] = "Plain" });
        Assert.Equal(StoredJson.Write(new SessionsOf(new())), StoredJson.Write(new SessionsOf(plain.Sessions)));
        Assert.Equal((null, 30), ((object?)plain.Matching.Circles, plain.Sessions.IdealDays));

        var circles = await Started(host, new(fields) { ["name"] = "Circles", ["matching.circles"] = "true", ["matching.circles.largestSize"] = "5" });
        Assert.Equal((4, 5, 14), (circles.Matching.Circles!.SmallestSize, circles.Matching.Circles.LargestSize, circles.Sessions.IdealDays));
    }

    /// <summary>What is closed is said in the browser too, as weeks, as never, and by leaving it empty.</summary>
    [Fact]
    public async Task Closed_weeks_are_written_one_a_line_planned_around_and_shown_in_the_calendar_of_the_start()
    {
        await using var host = await ManageHost.Start();
        var fields = Fields(await host.Page("/manage/new"));
        (fields["name"], fields["start"]) = ("Closed", "2027-06-15");
        fields["openCall"] = "true";
        fields["openCall.domains"] = "example.com";
        fields["timeZone"] = "Europe/Berlin";
        fields["closed"] = "2027-07-26 – 2027-08-13\n2027-10-04";
        var preview = await Send(host, "/manage/new/preview", fields, HttpStatusCode.OK);
        Assert.Contains("Nothing is planned while the company is closed: Monday, July 26 to Friday, August 13; Monday, October 4", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        fields["closed"] = "2027-08-13 – 2027-07-26";
        var wrong = await Send(host, "/manage/new/preview", fields, HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(wrong.QuerySelector("#f-closed[aria-invalid=true][value='2027-08-13']"));
        fields["closed"] = "August";
        await Send(host, "/manage/new/preview", fields, HttpStatusCode.UnprocessableEntity);

        Assert.Equal([], (await Started(host, new(fields) { ["closed"] = "", ["closed.never"] = "true" })).Closed);
        var typed = await Started(host, new(fields) { ["closed"] = "", ["name"] = "Typed", ["closed.0.first"] = "2027-07-26", ["closed.0.last"] = "2027-08-13", ["closed.1.first"] = "2027-10-04" });
        Assert.Equal([new(new(2027, 7, 26), new(2027, 8, 13)), new(new(2027, 10, 4), new(2027, 10, 4))], typed.Closed);
        Assert.Null((await Started(host, new(fields) { ["name"] = "Open", ["closed"] = "" })).Closed);
    }

    [Fact]
    public async Task An_open_call_can_be_started_without_anybody_on_a_list()
    {
        await using var host = await ManageHost.Start();
        var fields = Fields(await host.Page("/manage/new"));
        (fields["name"], fields["openCall"], fields["openCall.domains"], fields["openCall.mentorPlaces"], fields["timeZone"]) = ("Open", "true", "example.com\nexample.org", "20", "Europe/Berlin");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        using var answer = await host.Post("/manage/new/preview", content);
        var preview = Rendering.Parse(await answer.Content.ReadAsStringAsync());
        using var started = await host.Post("/manage/new/start", [.. Fields(preview).Select(field => (field.Key, field.Value))]);
        Assert.True(started.StatusCode == HttpStatusCode.SeeOther, await started.Content.ReadAsStringAsync());
        var settings = (await host.Store.ReadCohort(new(started.Headers.Location!.OriginalString.Split('/')[^1].Split('?')[0])))!.Settings;
        Assert.Equal(["example.com", "example.org"], settings.OpenCall!.Domains);
        Assert.Equal((20, null), (settings.OpenCall.MentorPlaces, settings.OpenCall.MenteePlaces));
    }

    private sealed record SessionsOf(Core.Scheduling.Planning.SessionPlan Plan);

    private static async Task<CohortSettings> Started(ManageHost host, Dictionary<string, string> fields)
    {
        fields = new(fields) { ["key"] = Guid.NewGuid().ToString("N") };
        using var content = new MultipartFormDataContent { { new StringContent("name,email,role\nAda,ada@example.com,mentor\nXena,xena@example.com,mentee\n"), "people", "people.csv" } };
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        using var answer = await host.Post("/manage/new/preview", content);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, html);
        var preview = Rendering.Parse(html);
        Assert.Contains("Offers and wishes", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var started = await host.Post("/manage/new/start", [.. Fields(preview).Select(field => (field.Key, field.Value))]);
        Assert.True(started.StatusCode == HttpStatusCode.SeeOther, await started.Content.ReadAsStringAsync());
        var id = new Core.Vocabulary.CohortId(started.Headers.Location!.OriginalString.Split('/')[^1].Split('?')[0]);
        return (await host.Store.ReadCohort(id))!.Settings;
    }

    private static async Task<Cohort> Cohort(ManageHost host, SmallProgramme programme) => (await host.Store.ReadCohort(programme.Id))!;

    private static async Task<IHtmlDocument> Send(ManageHost host, string address, Dictionary<string, string> fields, HttpStatusCode expected)
    {
        using var answer = await host.Post(address, [.. fields.Select(field => (field.Key, field.Value))]);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, html);
        return Rendering.Parse(html);
    }

    /// <summary>What a browser would send.</summary>
    private static Dictionary<string, string> Fields(IHtmlDocument page)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in page.QuerySelectorAll<IHtmlInputElement>("main form:not(.saved form) input[name]").Where(input => input.Type is not ("checkbox" or "file") || input.IsChecked))
        {
            fields[input.Name!] = input.Value ?? "";
        }

        foreach (var select in page.QuerySelectorAll<IHtmlSelectElement>("main form select"))
        {
            fields[select.Name!] = select.Value ?? "";
        }

        foreach (var text in page.QuerySelectorAll<IHtmlTextAreaElement>("main form textarea"))
        {
            fields[text.Name!] = text.Value;
        }

        return fields;
    }
}
