using System.Net;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.People;

public sealed class PausingTests
{
    private static readonly string Leader = SmallCompany.Leader(1);

    [Fact]
    public async Task Who_pauses_is_asked_when_the_pause_is_over()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await Pause(programme, "2027-01-07");
        await programme.TurnTo(7);
        Assert.Empty(programme.Mails(Leader));
        Assert.Single(programme.Mails(SmallCompany.Junior(1), "invitation"));
        Assert.Equal(MailState.Held, Assert.Single(await MailsOf(programme)).State);

        await programme.TurnTo(8);
        Assert.Single(programme.Mails(Leader, "invitation"));
        await programme.ChoosesTopics(Leader);
    }

    [Fact]
    public async Task Who_is_back_earlier_gets_at_once_what_waited()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await Pause(programme, "2027-02-07");
        await programme.TurnTo(6);
        await programme.Command($"people/{await programme.IdOf(Leader)}/resume");
        await programme.Command($"people/{await programme.IdOf(Leader)}/resume");

        Assert.Single(programme.Mails(Leader, "invitation"));
        Assert.Null((await programme.People()).Single(person => person.Email == Leader).Pause);
    }

    [Fact]
    public async Task No_phase_waits_for_a_pause_and_what_is_over_then_is_not_asked()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await Pause(programme, "2027-01-16");
        await programme.TurnTo(6);
        foreach (var who in FormScenario.Everybody(2, 2).Where(who => who != Leader))
        {
            await programme.ChoosesTopics(who);
        }

        await programme.TurnTo(14);
        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
        Assert.Empty(programme.Mails(Leader));
        await programme.TurnTo(17);
        Assert.Contains("offers-and-wishes", Assert.Single(programme.Mails(Leader)).Id, StringComparison.Ordinal);
        Assert.Equal("phase-over", (await MailsOf(programme)).Single(mail => mail.Kind is MailKind.TopicsInvitation).Reason);
    }

    [Fact]
    public async Task Sessions_that_lie_in_a_pause_are_moved_and_both_are_told()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilSessions(1, 1);
        var before = (await programme.Sessions()).OrderBy(session => session.Number).First();
        var last = DateOnly.FromDateTime(before.Time.Start.UtcDateTime).AddDays(4);
        await Pause(programme, last.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        var after = (await programme.Sessions()).Single(session => session.Number == before.Number);

        Assert.True(after.Status is SessionStatus.Planned && DateOnly.FromDateTime(after.Time.Start.UtcDateTime) > last, $"{after}");
        Assert.NotEmpty(programme.Mails(Leader, "sessionmoved"));
        Assert.NotEmpty(programme.Mails(SmallCompany.Junior(1), "sessionmoved"));
    }

    [Theory]
    [InlineData("2027-01-03")]
    [InlineData("2028-01-05")]
    public async Task A_pause_that_is_past_or_endless_is_refused(string until)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        using var answer = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Leader)}/pause", new { until });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private static async Task Pause(TestProgramme programme, string until) =>
        await programme.Command($"people/{await programme.IdOf(Leader)}/pause", new { until });

    private static async Task<List<Mail>> MailsOf(TestProgramme programme)
    {
        var leader = await programme.IdOf(Leader);
        return await programme.Store.Query<Mail>(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Mail)).Select(mail => mail.Value)
            .Where(mail => mail.Person == leader).ToListAsync();
    }
}
