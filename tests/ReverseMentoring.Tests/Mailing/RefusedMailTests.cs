using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>Addresses that are dead, and mails of sessions that came back.</summary>
public sealed class RefusedMailTests
{
    private static readonly string Dead = SmallCompany.Junior(2);

    [Fact]
    public async Task A_dead_address_holds_no_phase_open()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2), more: services => services.AddSingleton<IMailTransport>(
            all => new Refusing(new MailboxTransport(all.GetRequiredService<MailStore>(), all.GetRequiredService<TimeProvider>()), Dead)));
        await programme.TurnTo(6);
        await programme.ChoosesTopics(SmallCompany.Leader(1));
        await programme.ChoosesTopics(SmallCompany.Junior(1));
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());

        await programme.TurnTo(14);

        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
        using var cohort = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}");
        var text = await cohort.Content.ReadAsStringAsync();
        Assert.DoesNotContain("mail-quota", text, StringComparison.Ordinal);
        Assert.Contains("mails-failed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_to_a_session_that_came_back_goes_again_with_its_calendar_entry()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilSessions(1, 1);
        await ComesBackAndGoesAgain(programme, SmallCompany.Leader(1));
    }

    [Fact]
    public async Task So_does_one_of_a_circle()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        await ComesBackAndGoesAgain(programme, SmallCompany.Leader(1));
    }

    private static async Task ComesBackAndGoesAgain(TestProgramme programme, string who)
    {
        var before = programme.Mails(who, "sessioninvitation");
        var first = before[0];
        var bounces = new Bounces(programme.Store, programme.Clock);
        await bounces.Expect([SentMailId.PartsOf(first.Id)]);
        await bounces.Record(Bounces.MessageOf(first.Id), "mailbox-full");

        await programme.Command("mails/send-again");

        var second = Assert.Single(programme.Mails(who, "sessioninvitation").ExceptBy(before.Select(mail => mail.Id), mail => mail.Id));
        Assert.Equal(first.Subject, second.Subject);
        Assert.Contains("METHOD:REQUEST", second.Calendar, StringComparison.Ordinal);
        Assert.Empty(await programme.Store.Query($"c.{programme.Cohort}", KeyRange.Prefix("failed.")).ToListAsync());
    }

    private sealed class Refusing(IMailTransport others, string dead) : IMailTransport
    {
        public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
        {
            await others.Send([.. mails.Where(mail => mail.To.Address != dead)], cancel);
            return [.. mails.Select(mail => mail.To.Address == dead ? new Delivery(DeliveryKind.Refused, Reason: "no-such-mailbox") : Delivery.Taken)];
        }

        public Task<Delivery> Ask(string id, CancellationToken cancel) => others.Ask(id, cancel);
    }
}
