using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Forms;

/// <summary>One's own data, read on a page and put right.</summary>
public sealed class MyDataTests
{
    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions).WithPair().WithSession(1, SmallCohort.Start.AddDays(3));

    private string Address => $"/f/{cohort.Token(FormKind.Participation, SmallCohort.Ana)}/my-data";

    public static TheoryData<string> Languages => [.. ReaderLanguage.Written];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_page_has_all_that_the_file_has_in_the_readers_language(string language)
    {
        var ask = cohort.Ask(FormKind.Pulse, SmallCohort.Pair.Id.Value, SmallCohort.Ana, 1);
        cohort.Put(ask.AnswerKey, new Answer<PulseAnswer>(ask, SmallCohort.Start, new(true, 4)));
        cohort.Put(Rows.Agreement + SmallCohort.Ana.Id, new Agreement("1-abc", SmallCohort.Start));
        await using var site = await Own();

        var page = await site.Get($"{Address}?lang={language}");

        var file = await new PersonalData(cohort.Store).Collect(new(SmallCohort.Id), SmallCohort.Ana.Id);
        Assert.Equal(Leaves(file, "").Order(StringComparer.Ordinal), page.Html.QuerySelectorAll("[data-path]").Select(line => line.GetAttribute("data-path")!).Order(StringComparer.Ordinal));
        Assert.Equal("4", page.Html.QuerySelector("[data-path='answers.0.value.worth']")!.TextContent);
        Assert.Contains("2026", page.Html.QuerySelector("[data-path='agreed.noticeAt']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("T08:00:00", page.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.Html.QuerySelector("a[href*='my-data.json']"));
    }

    [Fact]
    public async Task Each_part_of_the_file_has_a_heading_in_words()
    {
        var parts = (await new PersonalData(cohort.Store).Collect(new(SmallCohort.Id), SmallCohort.Ana.Id)).Select(part => $"Data.{part.Key}");
        Assert.Empty(parts.Except(new Texts("Forms.Texts").OfLanguage(CultureInfo.InvariantCulture).Keys));
    }

    [Fact]
    public void Each_field_that_somebody_may_read_of_themselves_is_called_in_words()
    {
        var fields = KeptCatalogue.Read(typeof(Person).Assembly, typeof(ReaderLanguage).Assembly).SelectMany(row => row.Fields)
            .Where(field => field.Terms.Readers.HasFlag(ReadBy.Oneself)).SelectMany(field => field.Path.Replace("[]", "", StringComparison.Ordinal).Split('.')).Distinct();

        var unnamed = fields.Select(field => $"Data.Field.{field}").Except(new Texts("Forms.Texts").OfLanguage(CultureInfo.InvariantCulture).Keys).Order(StringComparer.Ordinal).ToArray();
        Assert.True(unnamed.Length == 0, string.Join(' ', unnamed));
    }

    [Fact]
    public async Task No_other_link_opens_it()
    {
        await using var site = new FormSite(cohort);
        var ask = cohort.Ask(FormKind.Pulse, SmallCohort.Pair.Id.Value, SmallCohort.Ana, 1);

        Assert.Equal(404, (await site.Get($"/f/{cohort.Token(ask)}/my-data")).Status);
        Assert.Equal(404, (await site.Post($"/f/{cohort.Token(ask)}/my-data", Fields("Ana Lindquist"))).Status);
        Assert.Null(await cohort.Find<Correction>(Correction.KeyOf(SmallCohort.Ana.Id)));
    }

    [Fact]
    public async Task What_is_wrong_in_the_list_is_asked_for_changed_and_taken_back()
    {
        await using var site = await Own();

        var sent = await site.PostAndFollow(Address, Fields("Ana Lindquist"));
        Assert.Contains("Mara Vogt", sent.Html.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(("name", "Ana Lindquist"), sent.Filled("correct"));
        Assert.Equal(new(SmallCohort.Ana.Id) { Name = "Ana Lindquist" }, await cohort.Find<Correction>(Correction.KeyOf(SmallCohort.Ana.Id)));
        Assert.Equal("Ana Lindqvist", (await cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!.Name);

        await site.PostAndFollow(Address, Fields("Ana Lindqvist", "3"));
        Assert.Equal(new(SmallCohort.Ana.Id) { Level = 3 }, await cohort.Find<Correction>(Correction.KeyOf(SmallCohort.Ana.Id)));

        await site.PostAndFollow(Address, Fields("Ana Lindqvist"));
        Assert.Null(await cohort.Find<Correction>(Correction.KeyOf(SmallCohort.Ana.Id)));
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("Ana", "101")]
    [InlineData("Ana", "high")]
    [InlineData("Ana\u0007\nLindqvist", "0")]
    public async Task What_can_not_be_is_said_at_its_field(string name, string level)
    {
        await using var site = await Own();
        var page = await site.Post(Address, Fields(name, level));

        Assert.Equal(422, page.Status);
        Assert.Single(page.Errors);
        Assert.Null(await cohort.Find<Correction>(Correction.KeyOf(SmallCohort.Ana.Id)));
    }

    [Fact]
    public async Task Whoever_only_has_a_mail_reads_and_asks_for_nothing()
    {
        await using var site = new FormSite(cohort);

        Assert.EndsWith("/code?next=my-data", (await site.Get(Address)).Location, StringComparison.Ordinal);
        Assert.EndsWith("/code?next=my-data", (await site.Post(Address, Fields("Ana Lindquist"))).Location, StringComparison.Ordinal);
        Assert.Null(await cohort.Find<Correction>(Correction.KeyOf(SmallCohort.Ana.Id)));
    }

    /// <summary>In the browser in which Ana has typed the code.</summary>
    private async Task<FormSite> Own()
    {
        var site = new FormSite(cohort);
        await site.TypeCode(Address[..^"/my-data".Length], SmallCohort.Ana);
        return site;
    }

    private static (string, string)[] Fields(string name, string level = "0") =>
        [("name", name), ("job-title", "Chief Financial Officer"), ("department", "Finance"), ("location", "Stockholm"), ("level", level)];

    private static IEnumerable<string> Leaves(JsonNode? node, string above) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Leaves(field.Value, above.Length == 0 ? field.Key : $"{above}.{field.Key}")),
        JsonArray list => list.SelectMany((item, at) => Leaves(item, $"{above}.{at}")),
        null => [],
        _ => [above],
    };
}
