using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Series so long that what happens to them at once doesn't fit into one write of a hundred changes.</summary>
public sealed class LongSeriesTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(60)]
    public async Task All_sessions_move_at_once_where_a_file_of_holidays_lies_on_all_of_them(int sessions)
    {
        await using var programme = await Begin(sessions, location: "Germany/Berlin");
        var before = (await programme.Sessions()).Select(session => session.Time).ToArray();
        Assert.Equal(sessions, before.Length);
        var file = string.Concat(before.Select(time => $"BEGIN:VEVENT\r\nSUMMARY:Rest\r\nDTSTART;VALUE=DATE:{time.Start:yyyyMMdd}\r\nEND:VEVENT\r\n"));

        using var taken = await programme.Manager(
            HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/holidays/germany",
            new StringContent($"BEGIN:VCALENDAR\r\n{file}END:VCALENDAR\r\n", Encoding.UTF8, "text/calendar"));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await programme.Time.Settle();

        var days = before.Select(time => time.Start.Date).ToHashSet();
        var after = await programme.Sessions();
        Assert.All(after.Where(session => session.HasTime), session => Assert.DoesNotContain(session.Time.Start.Date, days));
        Assert.True(after.Count(session => session.HasTime) >= sessions - 2, $"{after.Count(session => session.HasTime)} have a time");
    }

    [Theory]
    [InlineData(24)]
    [InlineData(60)]
    public async Task All_of_it_ends_at_once_when_somebody_leaves(int sessions)
    {
        await using var programme = await Begin(sessions);
        using var left = await programme.ActsAsOwn(Junior(1), OwnTimeTests.WayIn(programme, Junior(1)), ("do", "leave"), ("step", "2"), ("sure", "true"));
        await programme.Time.Settle();

        Assert.Equal(MeetingStatus.Ended, (await programme.Pair()).Status);
        Assert.Empty(await programme.Sessions());
        Assert.Single(programme.Mails(Leader(1), "meetingended"));
    }

    /// <summary>Every week, and both have somebody who keeps their calendar: the most mails that a session can come to.</summary>
    private static async Task<TestProgramme> Begin(int sessions, string? location = null)
    {
        var people = SmallCompany.Of(1, 1).Select(person =>
        {
            var all = System.Text.Json.JsonSerializer.SerializeToNode(person)!.AsObject();
            all["location"] = location;
            return (object)all;
        });
        var programme = await TestProgramme.Start(people, new { sessions = new { sessions, minimumDays = 7, idealDays = 7, maximumDays = 12 } });
        foreach (var person in await programme.People())
        {
            await programme.Host.GetRequiredService<ParticipationService>().NameDelegate(programme.Cohort, person.Id, "assistant@example.org");
        }

        await programme.UntilSessions(1, 1);
        return programme;
    }
}
