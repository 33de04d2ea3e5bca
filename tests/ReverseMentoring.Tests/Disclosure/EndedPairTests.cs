using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>Of two, one knows that it wasn't they: what my data says of a pair that has ended is the same whoever wished it, and whyever.</summary>
public sealed class EndedPairTests
{
    [Fact]
    public async Task My_data_says_that_a_pair_has_ended_and_not_why()
    {
        var (wished, left, erased) = (await Of(End.Wished), await Of(End.Left), await Of(End.ByManager));

        Assert.Equal("ended", (string?)wished["status"]);
        Assert.Null(wished["end"]);
        Assert.Equal($"{wished["status"]} {wished["end"]}", $"{left["status"]} {left["end"]}");
        Assert.Equal($"{wished["status"]} {wished["end"]}", $"{erased["status"]} {erased["end"]}");
    }

    [Fact]
    public async Task Nor_whether_somebody_declined_or_left_before_it_began()
    {
        var (declined, left) = (await Of(End.Declined), await Of(End.LeftBefore));

        Assert.Equal("declined", (string?)declined["status"]);
        foreach (var field in new[] { "status", "end", "endedAt", "startedAt" })
        {
            Assert.Equal(declined[field]?.ToString(), left[field]?.ToString());
        }
    }

    private enum End
    {
        Wished,
        Left,
        ByManager,
        Declined,
        LeftBefore,
    }

    /// <summary>The pair as the junior's data has it, who did nothing.</summary>
    private static async Task<JsonObject> Of(End end)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilReview(1, 1);
        await programme.Command("approve");
        var (pair, leader) = ((await programme.Pairs()).Single(), await programme.IdOf(Leader(1)));
        var participation = programme.Host.GetRequiredService<ParticipationService>();
        await programme.Accepts(Junior(1));
        if (end is End.Declined)
        {
            await programme.DeclinesToday(Leader(1));
        }
        else if (end is End.LeftBefore)
        {
            await participation.Leave(programme.Cohort, leader);
        }
        else
        {
            await programme.Accepts(Leader(1));
            await (end switch
            {
                End.Wished => participation.Part(programme.Cohort, leader, pair.Id),
                End.Left => participation.Leave(programme.Cohort, leader),
                _ => programme.Host.GetRequiredService<PersonService>().End(programme.Cohort, pair.Id),
            });
        }

        await programme.Time.Settle();
        var after = (await programme.Pairs()).Single();
        Assert.True(after.IsOver && after.Status is not MeetingStatus.Completed, $"{end}: {after.Status}");
        var page = TestProgramme.LinksOf(programme.Mails(Junior(1))[0]).Single(link => link.EndsWith("/notice", StringComparison.Ordinal))[..^"/notice".Length];
        using var file = await programme.OpenAsOwn(Junior(1), $"{page}/my-data.json");
        return JsonNode.Parse(await file.Content.ReadAsStringAsync())!["meetings"]!.AsArray().Single()!.AsObject();
    }
}
