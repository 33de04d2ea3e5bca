using System.Net;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Forms;

/// <summary>Somebody has a mail that was forwarded, and with it a link: what they can't do with it.</summary>
public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("leave")]
    [InlineData("erase")]
    [InlineData("delegate")]
    public async Task Nothing_of_weight_takes_effect_but_from_a_mail_to_the_person_s_own_address(string what)
    {
        await using var programme = await Begun();
        var before = (await programme.People()).Single(person => person.Email == Junior(1));
        using (var asked = await programme.Post(Page(programme), Fields(what)))
        {
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
            Assert.DoesNotContain("/f/", (await asked.Content.ReadAsStringAsync()).Replace(Page(programme), "", StringComparison.Ordinal)
                .Split("<main", 2)[1].Split("</main>")[0].Split("class=\"buttons\"")[0], StringComparison.Ordinal);
        }

        await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
        Assert.Equal(before, (await programme.People()).Single(person => person.Id == before.Id));

        var mail = Assert.Single(programme.Mails(Junior(1), "ownact"));
        using (var page = await programme.Open(TestProgramme.LinkOf(mail)))
        {
            var form = DesignSystem.Rendering.Parse(await page.Content.ReadAsStringAsync()).QuerySelector("main form")!;
            Assert.Single(form.QuerySelectorAll("button"));
            Assert.Single(form.QuerySelectorAll("input:not([type=hidden])"));
        }

        using (var scanned = await programme.Post(TestProgramme.LinkOf(mail)))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, scanned.StatusCode);
            Assert.Equal(before, (await programme.People()).Single(person => person.Id == before.Id));
        }

        using var confirmed = await programme.ConfirmByMail(Junior(1));

        // Who is erased is known by another id from then on.
        var after = (await programme.People()).Single(person => what == "erase" ? person.LeftAt is not null : person.Id == before.Id);
        Assert.Equal(
            what switch { "leave" => (true, Junior(1), null), "erase" => (true, "", null), _ => (false, Junior(1), "desk@example.org") },
            (after.LeftAt is not null, after.Email, (string?)after.DelegateEmail));

        using var again = await programme.Post(TestProgramme.LinkOf(mail), ("sure", "true"));
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Theory]
    [InlineData(FormKind.Participation)]
    [InlineData(FormKind.Cadence)]
    public async Task Nor_does_a_pair_end_or_somebody_leave_a_circle(FormKind form)
    {
        foreach (var kind in Enum.GetValues<MeetingKind>())
        {
            var (site, link, meeting) = Meets(kind, form);
            await using var _ = site;
            (string, string)[] said = form is FormKind.Cadence ? [("rhythm", "part")] : [("do", "part"), ("pair", meeting.Value), ("step", "2"), ("sure", "true")];

            var page = await site.Post(link, said);

            Assert.Equal((200, kind is MeetingKind.Pair ? "Nothing has ended yet" : "Nothing has changed yet"), (page.Status, page.Heading));
            Assert.Contains("An email is on its way to your own address.", page.Text, StringComparison.Ordinal);
            Assert.Empty(await FormTests.Commands(site.Cohort));
            Assert.DoesNotContain(Rows.Answer, await site.Cohort.Everything(), StringComparison.Ordinal);
            var confirmed = await site.Confirm(SmallCohort.Ana);
            Assert.Equal(303, confirmed!.Status);
            Assert.Equal([(MeetingCommandKind.Part, SmallCohort.Ana.Id)], (await FormTests.Commands(site.Cohort)).Select(command => (command.Kind, command.Person!.Value)));
        }
    }

    [Fact]
    public async Task A_pair_that_has_ended_meanwhile_is_not_there_to_be_ended()
    {
        var (site, link, meeting) = Meets(MeetingKind.Pair, FormKind.Participation);
        await using var _ = site;
        await site.Post(link, ("do", "part"), ("pair", meeting.Value), ("step", "2"), ("sure", "true"));
        site.Cohort.WithPair(MeetingStatus.Ended);

        Assert.Equal(410, (await site.Confirm(SmallCohort.Ana))!.Status);
        Assert.Empty(await FormTests.Commands(site.Cohort));
    }

    [Fact]
    public async Task A_newer_request_replaces_the_older_and_each_runs_out()
    {
        await using var programme = await Begun();
        using (await programme.Post(Page(programme), Fields("erase")))
        using (await programme.Post(Page(programme), Fields("leave")))
        {
            await programme.Time.Settle();
        }

        var mails = programme.Mails(Junior(1), "ownact");
        Assert.Equal(["Do you want to leave Spring?"], mails.Select(mail => mail.Subject).Where(subject => subject.Contains("leave", StringComparison.Ordinal)));
        foreach (var older in mails.SkipLast(1))
        {
            using var gone = await programme.Post(TestProgramme.LinkOf(older), ("sure", "true"));
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        }

        await programme.Time.TurnTo(programme.Time.Now.AddDays(3).AddMinutes(1));
        using var late = await programme.Post(TestProgramme.LinkOf(mails[^1]), ("sure", "true"));
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.All(await programme.People(), person => Assert.Null(person.LeftAt));
    }

    [Fact]
    public async Task It_goes_at_once_by_night_on_a_holiday_and_in_a_cohort_that_is_paused()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), keepsHours: true);
        await programme.TurnTo(5);
        var page = Page(programme);
        await programme.Command("pause");
        await programme.Time.TurnTo(new(2027, 1, 10, 2, 0, 0, TimeSpan.Zero));
        using (await programme.Post(page, Fields("leave")))
        using (await programme.Post(page + "/code", ("do", "mail"), ("mail", "true")))
        {
            await programme.Time.Settle();
        }

        var own = programme.Mails(Junior(1), "own");
        Assert.Equal(2, own.Count);
        Assert.All(own, mail => Assert.Equal(programme.Time.Now, mail.At));
    }

    [Fact]
    public async Task Who_asks_in_another_s_name_is_no_plague()
    {
        await using var programme = await Begun();
        for (var time = 1; time <= OwnAddressService.MostMails; time++)
        {
            using var taken = await programme.Post(Page(programme), Fields("leave"));
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using (var many = await programme.Post(Page(programme), Fields("erase")))
        using (var code = await programme.Post(Page(programme) + "/code", ("do", "mail"), ("mail", "true")))
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.UnprocessableEntity), (many.StatusCode, code.StatusCode));
        }

        await programme.Time.TurnTo(programme.Time.Now.AddDays(1).AddMinutes(1));
        using var next = await programme.Post(Page(programme), Fields("leave"));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Who_has_agreed_to_take_part_is_not_out_by_a_no_thanks_in_an_old_mail()
    {
        await using var programme = await Begun();
        await programme.ChoosesTopics(Junior(1));
        using var said = await programme.Post(Page(programme), ("do", "no-thanks"), ("step", "2"), ("sure", "true"));
        await programme.Time.Settle();

        Assert.Null((await programme.People()).Single(person => person.Email == Junior(1)).LeftAt);
        Assert.Single(programme.Mails(Junior(1), "ownact"));
        Assert.Empty(programme.Mails(Junior(1), "nothankssaid"));
    }

    [Fact]
    public async Task What_was_written_earlier_and_all_that_is_kept_open_by_a_code_that_holds_for_a_week()
    {
        var (site, mine, page) = await Written();
        await using var _ = site;

        var closed = await site.Get(mine);
        Assert.Equal("For your eyes only", closed.Heading);
        Assert.DoesNotContain("Words of", closed.Text, StringComparison.Ordinal);
        Assert.Equal($"{page}/code?next=my-data.json", (await site.Get(page + "/my-data.json")).Location);
        await site.TypeCode(page, SmallCohort.Ana);

        Assert.Contains("Words of Ana", (await site.Get(mine)).Text, StringComparison.Ordinal);
        Assert.Contains("Words of Tom", (await site.Get(mine)).Text, StringComparison.Ordinal);
        Assert.Contains("Words of Ana", (await site.Get(page + "/my-data.json")).Text, StringComparison.Ordinal);

        site.Cohort.Clock.Advance(TimeSpan.FromDays(7.1));
        Assert.DoesNotContain("Words of", (await site.Get(mine)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_other_wrote_is_not_to_be_had_by_writing_in_another_s_name()
    {
        var (site, mine, _) = await Written();
        await using var __ = site;

        var sent = await site.PostAndFollow(mine, ("text", "By somebody who has the mail"));
        var wrong = await site.Post(mine, ("text", ""));

        Assert.Equal(422, wrong.Status);
        Assert.All([sent, wrong], page => Assert.DoesNotContain("Words of Tom", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_is_tried_five_times_opens_once_and_stands_nowhere()
    {
        var (site, mine, page) = await Written();
        await using var _ = site;
        await site.PostAndFollow(page + "/code", ("do", "mail"), ("mail", "true"));
        var row = (await site.Cohort.Store.Read(Rows.Partition(site.Cohort.Cohort.Id), Rows.Own + SmallCohort.Ana.Id))!.Body;
        var code = site.CodeOf(SmallCohort.Ana);
        Assert.DoesNotContain(code, row, StringComparison.Ordinal);

        var wrong = code == "000000" ? "000001" : "000000";
        for (var tries = 1; tries <= OwnAddressService.MostTries; tries++)
        {
            Assert.Equal(422, (await site.Post(page + "/code", ("do", "open"), ("code", wrong))).Status);
        }

        Assert.Equal(422, (await site.Post(page + "/code", ("do", "open"), ("code", code))).Status);
        Assert.DoesNotContain("Words of", (await site.Get(mine)).Text, StringComparison.Ordinal);

        await site.TypeCode(page, SmallCohort.Ana);
        site.ForgetCookies();
        Assert.Equal(422, (await site.Post(page + "/code", ("do", "open"), ("code", code))).Status);
        Assert.DoesNotContain("Words of", (await site.Get(mine)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_over_after_half_an_hour_and_opens_nobody_else_s()
    {
        var (site, mine, page) = await Written();
        await using var _ = site;
        await site.PostAndFollow(page + "/code", ("do", "mail"), ("mail", "true"));
        var code = site.CodeOf(SmallCohort.Ana);
        site.Cohort.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(422, (await site.Post(page + "/code", ("do", "open"), ("code", code))).Status);

        await site.TypeCode("/f/" + site.Cohort.Token(FormKind.Participation, SmallCohort.Tomas), SmallCohort.Tomas);
        Assert.DoesNotContain("Words of", (await site.Get(mine)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_that_are_made_anew_close_browsers_too()
    {
        var (site, mine, page) = await Written();
        await using var _ = site;
        await site.TypeCode(page, SmallCohort.Ana);
        site.Cohort.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { LinksSince = site.Cohort.Clock.GetUtcNow() });

        var anew = await site.Get("/f/" + site.Cohort.Token(new AskId(SmallCohort.Pair.Id.Value, FormKind.Expectations, 0, SmallCohort.Ana.Id)));

        Assert.Equal("For your eyes only", anew.Heading);
        Assert.Equal(410, (await site.Get(mine)).Status);
    }

    private static async Task<(FormSite Site, string Mine, string Page)> Written()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair().WithSession(1, SmallCohort.Start.AddDays(7).AddHours(6));
        var site = new FormSite(cohort);
        foreach (var person in new[] { SmallCohort.Tomas, SmallCohort.Ana })
        {
            await site.PostAndFollow("/f/" + cohort.Token(cohort.Ask(FormKind.Expectations, SmallCohort.Pair.Id.Value, person)), ("text", $"Words of {person.Name}"));
        }

        return (site, "/f/" + cohort.Token(new AskId(SmallCohort.Pair.Id.Value, FormKind.Expectations, 0, SmallCohort.Ana.Id)), "/f/" + cohort.Token(FormKind.Participation, SmallCohort.Ana));
    }

    private static (FormSite Site, string Link, MeetingId Meeting) Meets(MeetingKind kind, FormKind form)
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair();
        var meeting = SmallCohort.Pair.Id;
        if (kind is MeetingKind.Circle)
        {
            cohort.Put(Rows.Cohort, cohort.Cohort with { Settings = cohort.Cohort.Settings with { Matching = new() { Circles = new() } } });
            cohort.Put(MeetingRepository.KeyOf(meeting), SmallCohort.Pair with { Kind = kind });
        }

        var token = form is FormKind.Cadence ? cohort.Token(cohort.Ask(form, meeting.Value, SmallCohort.Ana, 1)) : cohort.Token(form, SmallCohort.Ana);
        return (new(cohort), "/f/" + token, meeting);
    }

    /// <summary>From a mail that was forwarded one could send other wishes, or another "rather not with", in place of somebody's own.</summary>
    [Fact]
    public async Task Nobody_who_merely_has_a_link_puts_something_else_in_place_of_what_was_answered()
    {
        await using var programme = await Begun();
        foreach (var who in FormScenario.Everybody(1, 1))
        {
            await programme.ChoosesTopics(who);
        }

        await programme.Offers(Leader(1), offer: "careers", wish: "technology");
        var link = TestProgramme.LinkOf(programme.Mails(Leader(1), "invitation.offers-and-wishes")[^1]);
        var answered = await Said(programme);

        // Whoever has the link: with something else, half of it, and nothing at all.
        foreach (var fields in new[] { Offering("technology"), [("offer.technology", "3"), ("wish.technology", "1"), ("intent", "next"), ("part", "topics")], [] })
        {
            using var other = await Elsewhere(programme, link, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
            var text = await other.Content.ReadAsStringAsync();
            Assert.Contains("from another browser, so what was just sent was not kept", text, StringComparison.Ordinal);
            Assert.DoesNotContain("offer.", text, StringComparison.Ordinal);
            Assert.Equal(answered, await Said(programme));
        }

        // Nor does the same again read otherwise: it would confirm a guess.
        var row = await Row(programme);
        using (var same = await Elsewhere(programme, link, Offering("careers")))
        using (var other = await Elsewhere(programme, link, Offering("technology")))
        {
            Assert.Equal(await other.Content.ReadAsStringAsync(), await same.Content.ReadAsStringAsync());
            Assert.Equal((other.StatusCode, Headers(other)), (same.StatusCode, Headers(same)));
            Assert.DoesNotContain("Set-Cookie", Headers(same), StringComparison.Ordinal);
            Assert.Equal(row, await Row(programme));
        }

        // From where it came it is what a second click sends.
        using (var twice = await programme.Post(link, Offering("careers")))
        {
            Assert.Equal((HttpStatusCode.SeeOther, answered), (twice.StatusCode, await Said(programme)));
        }

        // From where it came, one can go back and put something right; until it was changed from elsewhere.
        using (var corrected = await programme.Post(link, Offering("technology")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, corrected.StatusCode);
            Assert.NotEqual(answered, await Said(programme));
        }

        await programme.TurnTo(6);
        using (var opened = await programme.OpenAsOwn(Leader(1), link))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = Encoded(Offering("careers")) };
            request.Headers.Add("Cookie", opened.RequestMessage!.Headers.GetValues("Cookie"));
            using var own = await programme.Send(request);
            Assert.Equal((HttpStatusCode.SeeOther, answered), (own.StatusCode, await Said(programme)));
        }

        using var stale = await programme.Post(link, Offering("technology"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, answered), (stale.StatusCode, await Said(programme)));

        static (string, string)[] Offering(string topic) =>
            [($"offer.{topic}", "3"), ("wish.technology", "1"), ("hours", "usual"), ("languages", "en"), ("format", "either"), ("rules", "true"), ("notice", "true")];

        static FormUrlEncodedContent Encoded((string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

        static Task<HttpResponseMessage> Elsewhere(TestProgramme programme, string link, (string, string)[] fields) => programme.Send(HttpMethod.Post, link, Encoded(fields));

        static string Headers(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));

        static async Task<string> Row(TestProgramme programme) => StoredJson.Write(
            (await programme.Store.Query<Answer<OffersAnswer>>(programme.Partition, KeyRange.Prefix(AskId.AnswersOf(PhaseNames.OffersAndWishes))).SingleAsync()).Value);

        static async Task<string> Said(TestProgramme programme) => StoredJson.Write(
            (await programme.Store.Query<Answer<OffersAnswer>>(programme.Partition, KeyRange.Prefix(AskId.AnswersOf(PhaseNames.OffersAndWishes))).SingleAsync()).Value.Value);
    }

    /// <summary>A browser that has opened the form is known by that: what comes after a first click may get lost on the way.</summary>
    [Fact]
    public async Task A_second_click_is_taken_where_the_page_after_the_first_was_lost_and_not_from_who_opened_the_form_elsewhere()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair().WithSession(1, SmallCohort.Start.AddDays(7).AddHours(6));
        await using var site = new FormSite(cohort);
        var link = "/f/" + cohort.Token(cohort.Ask(FormKind.Expectations, SmallCohort.Pair.Id.Value, SmallCohort.Ana));
        await site.Get(link);
        var elsewhere = site.KeepCookies();
        site.ForgetCookies();
        await site.Get(link);
        var opened = site.KeepCookies();
        Assert.Equal(303, (await site.Post(link, ("text", "Mine"))).Status);

        site.TakeCookies(opened);
        Assert.Equal(303, (await site.Post(link, ("text", "Mine"))).Status);
        site.TakeCookies(elsewhere);
        Assert.Equal(422, (await site.Post(link, ("text", "Mine"))).Status);
    }

    private static async Task<TestProgramme> Begun()
    {
        var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        return programme;
    }

    private static (string, string)[] Fields(string what) =>
        what == "delegate" ? [("do", what), ("delegate", "Desk@example.org")] : [("do", what), ("step", "2"), ("sure", "true")];

    private static string Page(TestProgramme programme) =>
        TestProgramme.LinksOf(programme.Mails(Junior(1))[0]).Single(link => link.EndsWith("/notice", StringComparison.Ordinal))[..^"/notice".Length];
}
