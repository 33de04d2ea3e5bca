using System.Net.Http;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Acts;

/// <summary>The manager closes the sessions of all before their time.</summary>
public sealed class ClosingTests
{
    /// <summary>They were promised to hear when nobody is looked for any more.</summary>
    [Fact]
    public async Task Whoever_waits_hears_that_it_is_over_when_the_sessions_are_closed()
    {
        await using var programme = await TestProgramme.Start(Of(1, 2));
        await programme.UntilSessions(1, 2);
        var alone = Enumerable.Range(1, 2).Select(Junior).Single(who => programme.Mails(who, "unmatched").Count > 0);
        using var overview = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}?lang=en");
        var form = DesignSystem.Rendering.Parse(await overview.Content.ReadAsStringAsync()).QuerySelectorAll("form").Single(one => one.QuerySelector("button[name=kind][value=Close]") is not null);
        var people = await programme.People();
        Assert.All(people, person => Assert.Equal(person.Email == alone ? 0 : 1, form.QuerySelectorAll("li").Count(line => line.TextContent.Contains("Closing survey", StringComparison.Ordinal) && line.TextContent.Contains(person.Name, StringComparison.Ordinal))));
        Assert.Contains(form.QuerySelectorAll("li"), line => line.TextContent.Contains(people.Single(person => person.Email == alone).Name, StringComparison.Ordinal) && line.TextContent.Contains("have ended for everybody", StringComparison.Ordinal));
        await programme.Command("close");
        await programme.Time.TurnTo(programme.Time.Now.AddDays(3));

        var told = Assert.Single(programme.Mails(alone, "waitingover")).Text.ReplaceLineEndings(" ");
        Assert.Contains("have ended for everybody", told, StringComparison.Ordinal);
        Assert.DoesNotContain("too little time", told, StringComparison.Ordinal);
    }

    /// <summary>The two would be a pair still: nobody is told that they are none.</summary>
    [Fact]
    public async Task Closing_the_sessions_says_before_whom_it_writes_to_and_they_read_that_these_have_ended_for_everybody()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        await programme.UntilSessions(1, 1);
        while (!(await programme.Sessions()).Any(IsToCome))
        {
            await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
        }

        var toCome = (await programme.Sessions()).Count(IsToCome);
        using var overview = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}?lang=en");
        var form = Rendering.Parse(await overview.Content.ReadAsStringAsync()).QuerySelectorAll("form").Single(form => form.QuerySelector("button[name=kind][value=Close]") is not null).TextContent;
        foreach (var person in await programme.People())
        {
            Assert.Contains(toCome > 1 ? $"{person.Name} ({toCome})" : person.Name, form, StringComparison.Ordinal);
        }

        Assert.Contains("have ended for everybody", form, StringComparison.Ordinal);
        Assert.DoesNotContain("no longer a pair", form, StringComparison.Ordinal);

        var off = (await programme.Sessions()).Count(session => session.IsOpen && session.Time.End > programme.Time.Now);
        Assert.Contains($"{off} sessions that are still to come are called off", form, StringComparison.Ordinal);

        await programme.Command("close");
        foreach (var who in new[] { Junior(1), Leader(1) })
        {
            var mails = programme.Mails(who, "sessioncancelled");
            Assert.NotEmpty(mails);
            Assert.Contains(mails, mail => mail.Text.Contains("sessions of Spring have ended", StringComparison.Ordinal));
            Assert.DoesNotContain(mails, mail => mail.Text.Contains("no longer a pair", StringComparison.Ordinal));
        }

        bool IsToCome(Session session) => session.InvitedSequence is not null && session.HasTime && session.Time.Start > programme.Time.Now;
    }
}
