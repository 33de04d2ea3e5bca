using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>More mails than the service takes at once: 24 people are invited on the same morning.</summary>
public sealed class QuotaTests
{
    private const int Everybody = 24;

    [Theory]
    [InlineData(null, 10, 60)]
    [InlineData(5, null, 1)]
    [InlineData(5, 10, 60)]
    public async Task No_window_of_the_service_gets_more_mails_than_it_takes_and_all_go_in_the_end(int? perMinute, int? perHour, int minutes)
    {
        await using var programme = await Start(new(perMinute, perHour));
        await programme.TurnTo(5, 20);

        var moments = programme.Mailbox.All().Select(mail => mail.At).Order().ToArray();
        Assert.Equal(Everybody, moments.Length);
        var first = moments[0];
        var most = perHour ?? perMinute!.Value;
        Assert.All(
            moments.GroupBy(at => (int)((at - first).TotalMinutes / minutes)),
            window => Assert.InRange(window.Count(), 1, most));
    }

    [Fact]
    public async Task A_cohort_that_is_paused_sends_nothing_that_waits_for_its_turn_until_it_is_resumed()
    {
        await using var programme = await Start(new(PerHour: 10));
        while (programme.Mailbox.All().Count == 0)
        {
            await programme.Time.TurnToNext();
        }

        Assert.Equal(10, programme.Mailbox.All().Count);

        await programme.Command("pause");
        await programme.TurnTo(8);
        Assert.Equal(10, programme.Mailbox.All().Count);

        await programme.Command("resume");
        await programme.TurnTo(8, 20);
        Assert.Equal(Everybody, programme.Mailbox.All().Count);
    }

    private static Task<TestProgramme> Start(MailQuota quota) => TestProgramme.Start(
        SmallCompany.Of(Everybody / 2, Everybody / 2), more: services => services.AddSingleton(quota));
}
