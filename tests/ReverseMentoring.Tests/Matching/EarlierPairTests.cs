using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Nobody is paired again with somebody from before.</summary>
public sealed class EarlierPairTests
{
    [Fact]
    public async Task Two_of_HRs_list_are_not_paired_again()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        using var answer = await Send(programme, $"menteeEmail;mentorEmail;year\n{Leader(1)};{Junior(1)};2025\n{Leader(1)};gone@example.com;2025\n");
        var view = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((1, 1), (view.GetProperty("kept").GetInt32(), view.GetProperty("leftAside").GetInt32()));
        var ids = (await programme.People()).ToDictionary(person => person.Id, person => person.Email);
        var before = Assert.Single(await new EarlierPairs(programme.Store).Before(programme.Cohort, default).ToListAsync());
        Assert.Equal([Junior(1), Leader(1)], new[] { ids[before.Mentor], ids[before.Mentee] }.Order());

        await programme.UntilReview(1, 2);
        var pair = Assert.Single(await programme.Pairs());
        var people = await programme.People();
        Assert.Equal(Junior(2), people.Single(person => person.Id == pair.Mentor).Email);
    }

    [Fact]
    public async Task Two_of_another_cohort_are_not_paired_again_until_that_is_erased()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { sessions = new { sessions = 1 } });
        await programme.UntilSessions(1, 1);
        var earlier = Assert.Single(await programme.Pairs());

        var before = await new EarlierPairs(programme.Store).Before(new CohortId("another"), default).ToListAsync();
        Assert.Equal([new(earlier.Mentor, earlier.Mentee)], before);
        Assert.Empty(await new EarlierPairs(programme.Store).Before(programme.Cohort, default).ToListAsync());

        await programme.Command("cancel");
        await programme.Command("erase");
        Assert.Empty(await new EarlierPairs(programme.Store).Before(new CohortId("another"), default).ToListAsync());
    }

    [Fact]
    public async Task A_list_with_mistakes_names_each_and_the_last_list_stays()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        using var first = await Send(programme, $"mentorEmail,menteeEmail\n{Junior(1)},{Leader(1)}\n");
        using var wrong = await Send(programme, $"mentorEmail,menteeEmail\n{Junior(1)},{Leader(2)}\nnobody,{Leader(2)}\n{Junior(2)},\n");
        var errors = (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("where").GetString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(["earlierPairs row 3, column mentorEmail", "earlierPairs row 4, column menteeEmail"], errors);
        Assert.Equal(1, await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.EarlierPair)).CountAsync());

        using var other = await Send(programme, "name,year\nKim,2025\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    private static Task<HttpResponseMessage> Send(TestProgramme programme, string csv) => programme.Manager(
        HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/earlier-pairs", new StringContent(csv, Encoding.UTF8, "text/csv"));
}
