using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Forms;

public class LinkAuthorizerTests
{
    public static TheoryData<string> Questions => [.. new[] { "topics", "offers", "confirmation", "expectations", "pulse", "half-time", "feedback", "reschedule" }];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Opening_a_form_changes_nothing_and_chooses_nothing(string kind)
    {
        var (cohort, address) = Open(kind);
        await using var site = new FormSite(cohort);
        var before = await cohort.Everything();

        var page = await site.Get(address);

        Assert.Equal(200, page.Status);
        Assert.Empty(page.Filled(kind));
        Assert.Equal(before, await cohort.Everything());
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task An_empty_form_is_not_taken(string kind)
    {
        var (cohort, address) = Open(kind);
        await using var site = new FormSite(cohort);
        var before = await cohort.Everything();

        var page = await site.Post(address, ("intent", "send"));

        Assert.Equal(422, page.Status);
        Assert.NotEmpty(page.Errors);
        Assert.All(page.Html.QuerySelectorAll("#errors a"), link => Assert.NotNull(page.Html.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(before, await cohort.Everything());
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_page_keeps_its_address_to_itself(string kind)
    {
        var (cohort, address) = Open(kind);
        await using var site = new FormSite(cohort);

        var headers = (await site.Get(address)).Headers;

        Assert.Equal("no-store", headers.CacheControl);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Contains("noindex", headers["X-Robots-Tag"].ToString(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_tampered_with_says_nothing_of_anybody()
    {
        var (cohort, address) = Open("topics");
        await using var site = new FormSite(cohort);
        var foreign = new LinkSigner([new("k1", [.. Enumerable.Repeat((byte)7, 32)])]);
        var link = new Link(FormKind.Participation, new CohortId(SmallCohort.Id), SmallCohort.Ana.Id, "", 0, SmallCohort.Start, SmallCohort.Start.AddDays(1));

        foreach (var broken in new[] { address[..^3], address + "x", "/f/nonsense", "/f/" + foreign.Sign(link), "/f/" + cohort.Signer.Sign(link with { Cohort = new CohortId("autumn") }) })
        {
            var page = await site.Get(broken, "de");
            Assert.Equal(404, page.Status);
            Assert.DoesNotContain("Ana", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Northwind", page.Text, StringComparison.Ordinal);
            Assert.Equal(404, (await site.Post(broken, ("picked", "careers"), ("notice", "true"))).Status);
        }
    }

    [Fact]
    public async Task Expired_revoked_erased_and_unknown_people_s_links_are_gone_and_say_no_name()
    {
        var (cohort, address) = Open("topics");
        await using var site = new FormSite(cohort);
        cohort.Clock.AdjustTime(SmallCohort.Start.AddDays(500));
        await Gone();
        cohort.Clock.AdjustTime(SmallCohort.Start);
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { LinksSince = SmallCohort.Start.AddHours(1) });
        await Gone();
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { Name = "", Email = "" });
        await Gone();
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana);
        cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Erased, Status = CycleStatus.Erased });
        await Gone();

        async Task Gone()
        {
            var page = await site.Get(address);
            Assert.Equal(410, page.Status);
            Assert.DoesNotContain("Ana", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("mara@example.org", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_its_phase_a_form_takes_nothing_and_shows_the_way_on()
    {
        var (cohort, address) = Open("topics");
        await using var site = new FormSite(cohort);
        await site.PostAndFollow(address, ("picked", "careers"), ("notice", "true"));
        cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.OffersAndWishes });
        var before = await cohort.Everything();

        var answered = await site.Post(address, ("picked", "inclusion"), ("notice", "true"));
        Assert.Equal(200, answered.Status);
        Assert.Equal("We have your answer", answered.Heading);
        Assert.Equal(before, await cohort.Everything());

        var other = cohort.AskInPhase(FormKind.Topics, SmallCohort.Kim);
        var late = await site.Get("/f/" + cohort.Token(other));
        Assert.Equal((410, "Time is up"), (late.Status, late.Heading));
        var way = late.Html.QuerySelector("main a")!.GetAttribute("href")!;
        Assert.Equal("My participation", (await site.Get(way)).Heading);
    }

    [Fact]
    public async Task Who_left_and_whose_cohort_was_cancelled_is_asked_nothing_any_more()
    {
        var (cohort, address) = Open("topics");
        await using var site = new FormSite(cohort);
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { LeftAt = SmallCohort.Start });
        Assert.Equal((410, "You have left the programme"), await Told());
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana);
        cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Retention, Status = CycleStatus.Cancelled });
        Assert.Equal((410, "The programme has ended early"), await Told());

        async Task<(int, string)> Told() => await site.Get(address) is var page ? (page.Status, page.Heading) : default;
    }

    [Fact]
    public async Task A_link_to_a_pair_opens_nothing_for_somebody_who_is_not_in_it()
    {
        var cohort = SmallCohort.In(PhaseNames.Confirmation).WithPair(MeetingStatus.Proposed);
        var ask = cohort.Ask(FormKind.Confirmation, SmallCohort.Pair.Id.Value, SmallCohort.Kim);
        await using var site = new FormSite(cohort);

        var page = await site.Get("/f/" + cohort.Token(ask));

        Assert.Equal(410, page.Status);
        Assert.DoesNotContain("Tomás", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_speaks_the_reader_s_language_and_any_other_on_demand()
    {
        var (cohort, address) = Open("topics");
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { Languages = ["sv", "de"] });
        await using var site = new FormSite(cohort);

        Assert.Equal("de", (await site.Get(address)).Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal("de", (await site.Get(address + "?lang=klingon")).Html.DocumentElement.GetAttribute("lang"));
        var french = await site.Get(address + "?lang=fr");
        Assert.Equal("fr", french.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", (await site.PostAndFollow(address + "?lang=fr", ("picked", "careers"), ("notice", "true"))).Html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Who_answers_in_another_language_is_written_to_in_it_from_then_on()
    {
        var (cohort, address) = Open("topics");
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { Languages = ["sv", "en", "fr-CH"] });
        await using var site = new FormSite(cohort);

        await site.Get(address + "?lang=fr");
        Assert.Equal(["sv", "en", "fr-CH"], (await cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!.Languages);
        await site.PostAndFollow(address + "?lang=fr", ("picked", "careers"), ("notice", "true"));
        Assert.Equal(["fr-CH", "sv", "en"], (await cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!.Languages);
    }

    [Fact]
    public async Task What_is_no_form_at_all_is_taken_as_an_empty_one()
    {
        var (cohort, address) = Open("topics");
        await using var site = new FormSite(cohort);

        var page = await site.Post(address, [.. Enumerable.Range(0, 2000).Select(at => ($"field-{at}", "x"))]);

        Assert.Equal(422, page.Status);
    }

    internal static (SmallCohort Cohort, string Address) Open(string kind)
    {
        var form = Enum.Parse<FormKind>(kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        var cohort = SmallCohort.In(form switch
        {
            FormKind.Topics => PhaseNames.CallForTopics,
            FormKind.Offers => PhaseNames.OffersAndWishes,
            FormKind.Feedback => PhaseNames.Feedback,
            FormKind.Confirmation => PhaseNames.Confirmation,
            _ => PhaseNames.Sessions,
        });
        cohort.WithPair(form is FormKind.Confirmation ? MeetingStatus.Proposed : MeetingStatus.Running).WithSession(1, SmallCohort.Start.AddDays(7).AddHours(6));
        var ask = form switch
        {
            FormKind.Topics or FormKind.Offers or FormKind.Feedback => cohort.AskInPhase(form, SmallCohort.Ana),
            FormKind.Pulse => cohort.Ask(form, SmallCohort.Pair.Id.Value, SmallCohort.Ana, 1),
            FormKind.Reschedule => new(SmallCohort.Pair.Id.Value, form, 1, SmallCohort.Ana.Id),
            _ => cohort.Ask(form, SmallCohort.Pair.Id.Value, SmallCohort.Ana),
        };
        return (cohort, "/f/" + cohort.Token(ask));
    }
}
