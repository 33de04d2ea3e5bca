using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Api;

/// <summary>Whoever asks for a preview has nothing done by it: where there is none, it is refused.</summary>
public sealed partial class PreviewTests
{
    private static readonly string[] WithPreview =
    [
        "PATCH /api/cohorts/{cohort}/people/{person}",
        "PATCH /api/cohorts/{cohort}/settings",
        "POST /api/cohorts",
        "POST /api/cohorts/{cohort}/circles/{pair}/end",
        "POST /api/cohorts/{cohort}/pairs/{pair}/end",
        "POST /api/cohorts/{cohort}/pairs/{pair}/sessions/{number:int}/held",
        "POST /api/cohorts/{cohort}/pairs/{pair}/sessions/{number:int}/move",
        "POST /api/cohorts/{cohort}/people/{person}/bring-back",
        "POST /api/cohorts/{cohort}/people/{person}/take-out",
        "POST /api/cohorts/{cohort}/proposals",
    ];

    private static readonly Dictionary<string, string> Files = new()
    {
        ["PUT /api/cohorts/{cohort}/earlier-pairs"] = "text/csv",
        ["PUT /api/cohorts/{cohort}/holidays/{country}"] = "text/calendar",
        ["PUT /api/cohorts/{cohort}/people"] = "text/csv",
    };

    [Fact]
    public async Task Where_there_is_no_preview_nothing_is_done_and_the_answer_says_so()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        await programme.TurnTo(5);
        var (junior, leader) = (await programme.IdOf(Junior(1)), await programme.IdOf(Leader(1)));
        var (mails, state) = (programme.Mailbox.All().Count, StoredJson.Write(await programme.State()));
        var acts = EndpointTable.Roles.Keys.Where(endpoint => Regex.IsMatch(endpoint, "^(POST|PUT|PATCH|DELETE) /api/")).ToArray();
        Assert.Equal(WithPreview, acts.Intersect(WithPreview).Order(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var endpoint in acts)
        {
            var (status, title) = await Ask(programme, endpoint, junior, leader, "true");
            if ((status, title) is (HttpStatusCode.BadRequest, "There is no preview of this") == WithPreview.Contains(endpoint))
            {
                wrong.Add($"{endpoint}: {status} {title}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        await programme.Time.Settle();
        Assert.Equal((mails, state), (programme.Mailbox.All().Count, StoredJson.Write(await programme.State())));

        // Who says that they want none has it done.
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(programme, "POST /api/cohorts/{cohort}/people/{person}/renew-links", junior, leader, "1")).Status);
        Assert.NotEqual(HttpStatusCode.BadRequest, (await Ask(programme, "POST /api/cohorts/{cohort}/people/{person}/renew-links", junior, leader, "false")).Status);
    }

    private static async Task<(HttpStatusCode Status, string? Title)> Ask(TestProgramme programme, string endpoint, PersonId mentor, PersonId mentee, string preview)
    {
        var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var path = Hole().Replace(pattern, hole => hole.Groups[1].Value switch
        {
            "cohort" => programme.Cohort.Value,
            "person" or "mentor" => mentor.Value,
            "mentee" => mentee.Value,
            "number:int" => "1",
            _ => "none",
        });
        using var answer = await programme.Manager(new(method), $"{path}?preview={preview}", Files.TryGetValue(endpoint, out var type) ? new StringContent("", null, type) : new { });
        var said = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, said.StartsWith('{') ? JsonNode.Parse(said)!["title"]?.GetValue<string>() : null);
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Hole();
}
