using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Manage;

public sealed class StartPageTests
{
    private const string Foreign = "Mitarbeiter;E-Mail-Adresse;Rolle;Ebene;Zeitzone\nAda;ada@example.com;mentor;1;Europe/Berlin\nXena;xena@example.com;mentee;4;Europe/Berlin\n";

    [Fact]
    public async Task A_list_with_other_headers_is_understood_shown_and_started_once()
    {
        await using var host = await ManageHost.Start();
        var preview = await Preview(host, Foreign);
        Assert.Equal("1", preview.QuerySelector<IHtmlSelectElement>("[name='column.email']")!.Value);
        var fields = Fields(preview);
        using var started = await host.Post("/manage/new/start", fields);
        using var again = await host.Post("/manage/new/start", fields);

        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        Assert.Equal(started.Headers.Location, again.Headers.Location);
        Assert.Single(await host.Store.Query(Rows.Cohorts, KeyRange.Prefix("")).ToListAsync());
        await host.Page(started.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Before_anything_is_sent_a_forecast_says_what_it_may_come_to_and_another_setting_is_compared()
    {
        await using var host = await ManageHost.Start();
        var preview = await Preview(host, Foreign);
        Assert.Matches("mentees to get a partner, and the end between .* 2027 and .* 2027. Each of the two holds in about four out of five", preview.QuerySelector("main")!.TextContent);
        (string Name, string Value)[] fields = [.. Fields(preview).Where(field => !field.Name.StartsWith("try.", StringComparison.Ordinal)), ("try.setting.1", "sessions.sessions")];
        using var compared = await host.Post("/manage/new/preview", [.. fields, ("try.value.1", "2"), ("try.setting.3", "phases.feedback"), ("try.value.3", "21")]);
        var page = Rendering.Parse(await compared.Content.ReadAsStringAsync());
        using var refused = await host.Post("/manage/new/preview", [.. fields, ("try.value.1", "99")]);

        Assert.Contains(page.QuerySelectorAll("thead th"), head => head.TextContent.Contains(": 2, ", StringComparison.Ordinal) && head.TextContent.Contains(": 21", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("between 1 and 60", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await host.Store.Query(Rows.Cohorts, KeyRange.Prefix("")).ToListAsync());
    }

    /// <summary>A browser sends a file once: where a setting is wrong, the list that was read goes along, and of what is wrong in it the row and the column are said.</summary>
    [Fact]
    public async Task What_is_wrong_in_the_settings_does_not_cost_the_list()
    {
        await using var host = await ManageHost.Start();
        using var form = Form(Foreign.Replace(";4;", ";x;", StringComparison.Ordinal), [("name", "Autumn"), ("start", "2027-03-01"), ("key", new string('a', 32)), ("sessions.minutes", "2")]);
        using var refused = await host.Post("/manage/new/preview", form);
        var page = Rendering.Parse(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Length of a session in minutes: The value is out of range.", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("row 3, Level: 'x' is out of range", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        using var mended = await host.Post("/manage/new/preview", [.. Fields(page).Where(field => field.Name is "name" or "start" or "key" or "sheet"), ("sessions.minutes", "50")]);
        var preview = Rendering.Parse(await mended.Content.ReadAsStringAsync());
        Assert.Contains("Xena", preview.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>By the page alone, as by the interface: what measures it goes along from step to step.</summary>
    [Fact]
    public async Task A_goal_in_one_s_own_words_is_started_with_what_measures_it_and_refused_at_that_field_without()
    {
        await using var host = await ManageHost.Start();
        (string, string)[] said = [("name", "Autumn"), ("start", "2027-03-01"), ("key", new string('b', 32)), ("goal.why", "Too few of us talk."), ("goal.different", "More of us talk."), ("shown.goal.measuredBy", "true")];
        using var without = Form(Foreign, said);
        using var refused = await host.Post("/manage/new/preview", without);
        var wrong = Rendering.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Nothing measures the goal.", wrong.QuerySelector("fieldset.wrong")!.TextContent, StringComparison.Ordinal);

        using var form = Form(Foreign, [.. said, ("goal.measuredBy", "trust"), ("goal.measuredBy", "voice")]);
        using var previewed = await host.Post("/manage/new/preview", form);
        using var started = await host.Post("/manage/new/start", Fields(Rendering.Parse(await previewed.Content.ReadAsStringAsync())));
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var cohort = await host.Store.ReadCohort(new(started.Headers.Location!.OriginalString.Split('/', '?')[3]));
        Assert.Equal([Core.Surveys.Promise.Trust, Core.Surveys.Promise.Voice], cohort!.Settings.Goal!.Promises);

        var next = await host.Page($"/manage/new?after={cohort.Id}&lang=en");
        Assert.Equal(["trust", "voice"], next.QuerySelectorAll<IHtmlInputElement>("[name='goal.measuredBy']").Where(box => box.IsChecked).Select(box => box.Value));
    }

    /// <summary>Circles meet every other week where nobody says otherwise; what somebody says holds, also where it is what is usual in pairs.</summary>
    [Theory]
    [InlineData(true, "", 14, 10, 28)]
    [InlineData(true, "30 21 45", 30, 21, 45)]
    [InlineData(true, "14 10 28", 14, 10, 28)]
    [InlineData(false, "", 30, 21, 45)]
    [InlineData(false, "14 10 28", 14, 10, 28)]
    public async Task The_distance_between_sessions_is_what_the_form_says(bool circles, string said, int ideal, int minimum, int maximum)
    {
        await using var host = await ManageHost.Start();
        using var form = Form(
            "name,email,role,level,timeZone\n" + string.Concat(Enumerable.Range(0, 8).Select(number => $"P{number},p{number}@example.com,{(number % 2 == 0 ? "mentor,1" : "mentee,4")},Europe/Berlin\n")),
            [("name", "Autumn"), ("start", "2027-03-01"), ("key", new string('a', 32)), .. Distances(said), .. circles ? [("shown.matching.circles", "true"), ("matching.circles", "true")] : Array.Empty<(string, string)>()]);
        var asked = await host.Page("/manage/new");
        Assert.All(Distances("  "), field => Assert.Equal("", asked.QuerySelector<IHtmlInputElement>($"[name='{field.Name}']")!.Value));
        using var previewed = await host.Post("/manage/new/preview", form);
        using var started = await host.Post("/manage/new/start", Fields(Rendering.Parse(await previewed.Content.ReadAsStringAsync())));

        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var cohort = await host.Store.ReadCohort(new(started.Headers.Location!.OriginalString.Split('/', '?')[3]));
        Assert.Equal(circles, cohort!.HasCircles);
        Assert.Equal((ideal, minimum, maximum), (cohort.Settings.Sessions.IdealDays, cohort.Settings.Sessions.MinimumDays, cohort.Settings.Sessions.MaximumDays));

        static IEnumerable<(string Name, string Value)> Distances(string said) =>
            new[] { "sessions.idealDays", "sessions.minimumDays", "sessions.maximumDays" }.Zip(said.Length == 0 ? ["", "", ""] : said.Split(' '), (name, value) => (name, value));
    }

    [Fact]
    public async Task Public_holidays_are_shown_before_anything_is_sent_and_a_better_first_day_is_one_click_away()
    {
        await using var host = await ManageHost.Start();
        using var content = Form(
            "name,email,role,level,timeZone,location\nAda,ada@example.com,mentor,1,Europe/Berlin,Germany/Berlin\nXena,xena@example.com,mentee,4,Europe/Berlin,\"Berlin, Germany\"\nYan,yan@example.com,mentor,1,Asia/Kolkata,India/Pune\n",
            ("name", "Autumn"), ("start", "2027-03-26"), ("key", new string('a', 32)));
        using var answer = await host.Post("/manage/new/preview", content);
        var preview = Rendering.Parse(await answer.Content.ReadAsStringAsync());
        var text = preview.QuerySelector("main")!.TextContent;
        Assert.Contains("Germany (2 people)", text, StringComparison.Ordinal);
        Assert.Contains("Thursday, May 6", text, StringComparison.Ordinal);
        Assert.Contains("India/Pune (one person)", text, StringComparison.Ordinal);
        Assert.Contains("the first mails go on Tuesday, March 30, 2027", text, StringComparison.Ordinal);

        var instead = preview.QuerySelector<IHtmlButtonElement>("[name=instead]")!;
        using var better = await host.Post("/manage/new/preview", [.. Fields(preview), ("instead", instead.Value)]);
        var page = Rendering.Parse(await better.Content.ReadAsStringAsync());
        Assert.Equal("2027-03-30", page.QuerySelector<IHtmlInputElement>("[name=start]")!.Value);
        Assert.Null(page.QuerySelector("[name=instead]"));

        using var started = await host.Post("/manage/new/start", Fields(page));
        var kept = Assert.Single(await host.Store.Query<Holidays>(Rows.Partition(new(started.Headers.Location!.OriginalString.Split('/', '?')[3])), KeyRange.Prefix(Rows.Holidays)).ToListAsync());
        Assert.Equal(("germany", true), (kept.Value.Country, kept.Value.FromLibrary));

        // Before its first step too: the overview names the same days as the page before.
        var begun = (await host.Store.Read<Cohort>(Rows.Partition(new(started.Headers.Location!.OriginalString.Split('/', '?')[3])), Rows.Cohort))!.Value;
        Assert.Equal(kept.Value.Days.OrderBy(day => day.First), begun.Holidays);
    }

    [Fact]
    public async Task Errors_stand_beside_their_rows_and_nothing_is_stored()
    {
        await using var host = await ManageHost.Start();
        var preview = await Preview(host, Foreign + "Ben;ben@example.com;mentor;1;Europe/Berlinn\n", HttpStatusCode.UnprocessableEntity);
        var row = preview.QuerySelectorAll("tbody tr")[0];

        Assert.Equal("4", row.QuerySelector("th")!.TextContent.Trim());
        Assert.Contains("Europe/Berlin", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(preview.QuerySelectorAll("button"), button => button.GetAttribute("formaction") == "/manage/new/start");
        Assert.Empty(await host.Store.Query(Rows.Cohorts, KeyRange.Prefix("")).ToListAsync());
    }

    [Fact]
    public async Task Another_choice_of_columns_is_checked_again()
    {
        await using var host = await ManageHost.Start();
        var preview = await Preview(host, Foreign.Replace("E-Mail-Adresse", "Erreichbar", StringComparison.Ordinal), HttpStatusCode.UnprocessableEntity);
        (string Name, string Value)[] chosen = [.. Fields(preview).Where(field => field.Name != "column.email"), ("column.email", "1")];
        using var answer = await host.Post("/manage/new/preview", chosen);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Where_there_is_a_directory_a_list_of_addresses_can_be_started()
    {
        var book = new Phonebook(new("ada@example.com", true) { Name = "Ada", Managers = [] }, new("xena@example.com", true) { Name = "Xena", Managers = [] });
        await using var host = await ManageHost.Start(more: services => services.AddSingleton<IDirectory>(book));
        var form = await host.Page("/manage/new");
        Assert.NotNull(form.QuerySelector("[name=directory]"));
        using var list = Form("E-Mail-Adresse;Rolle\nada@example.com;mentor\nxena@example.com;mentee\n", ("name", "Spring"), ("start", "2027-01-11"), ("directory", "true"), ("key", new string('a', 32)));
        using var preview = await host.Post("/manage/new/preview", list);
        var fields = Fields(Rendering.Parse(await preview.Content.ReadAsStringAsync()));
        book.IsDown = true;
        using var refused = await host.Post("/manage/new/start", fields);
        Assert.Contains("directory", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        book.IsDown = false;
        using var started = await host.Post("/manage/new/start", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (refused.StatusCode, started.StatusCode));
    }

    /// <summary>There is no file whose columns could be asked about, and nothing is forecast of nobody.</summary>
    [Fact]
    public async Task A_start_without_a_list_speaks_of_the_open_call_and_of_no_file()
    {
        await using var host = await ManageHost.Start();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("name", "Autumn"), ("start", "2027-03-01"), ("key", new string('a', 32)), ("shown.openCall", "true"), ("openCall", "true"), ("openCall.domains", "example.com"), ("timeZone", "Europe/Paris") })
        {
            form.Add(new StringContent(value), name);
        }

        using var answer = await host.Post("/manage/new/preview", form);
        var page = Rendering.Parse(await answer.Content.ReadAsStringAsync());
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Ready to start, without a list", text, StringComparison.Ordinal);
        Assert.Contains("A forecast needs people on both sides", text, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name='column.email']"));
        Assert.DoesNotContain("0 of 0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Of 0 rows", text, StringComparison.Ordinal);

        // Nobody is on a list: the language is that of the page.
        using var started = await host.Post("/manage/new/start?lang=fr", Fields(page));
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var id = new CohortId(started.Headers.Location!.OriginalString.Split('/')[^1].Split('?')[0]);
        var settings = (await host.Store.Read<Cohort>(Rows.Partition(id), Rows.Cohort))!.Value.Settings;
        Assert.Equal(("fr", "Europe/Paris"), (settings.Language, settings.TimeZone));
    }

    [Fact]
    public async Task A_mistake_in_the_settings_comes_back_beside_its_field()
    {
        await using var host = await ManageHost.Start();
        using var content = Form(Foreign, ("name", ""), ("start", "2027-01-11"), ("key", new string('a', 32)));
        using var answer = await host.Post("/manage/new/preview", content);
        var page = Rendering.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(page.QuerySelectorAll(".errors a"), link => link.GetAttribute("href") == "#f-name");
        Assert.Equal("2027-01-11", page.QuerySelector<IHtmlInputElement>("[name=start]")!.Value);
    }

    private static async Task<IHtmlDocument> Preview(ManageHost host, string people, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var content = Form(people, ("name", "Autumn"), ("start", "2027-01-11"), ("key", new string('a', 32)));
        using var answer = await host.Post("/manage/new/preview", content);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, html);
        return Rendering.Parse(html);
    }

    private static MultipartFormDataContent Form(string people, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(people)), "people", "people.csv" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    private static (string Name, string Value)[] Fields(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll<IHtmlInputElement>("main form input[name]").Select(input => (input.Name!, input.Value ?? "")),
        .. page.QuerySelectorAll<IHtmlSelectElement>("main form select").Select(select => (select.Name!, select.Value ?? "")),
    ];
}
