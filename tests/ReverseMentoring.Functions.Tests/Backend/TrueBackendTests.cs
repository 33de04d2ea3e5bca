using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Pumping;
using Xunit.Abstractions;

namespace ReverseMentoring.Functions.Tests.Backend;

/// <summary>
/// A cohort from its start to its erasure on the storage backend, by two hosts in processes of their own. They are killed
/// while the mail service has a mail and has not said so, lose what was in their queues, and find the service dead.
/// </summary>
public sealed class TrueBackendTests(ITestOutputHelper output)
{
    private const int LeastKills = 10;

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);

    /// <summary>Seconds for what are minutes in Azure: a message that a dead host had comes again after six.</summary>
    private static readonly Patience Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(25), TimeSpan.FromMinutes(10));

    [AzuriteFact]
    public async Task Hosts_that_are_killed_and_lose_messages_come_to_what_the_local_host_comes_to()
    {
        using var azurite = AzuriteProcess.Start()!;
        await using var front = Hosts.Azure(azurite.Connection);
        await using var backend = await StorageBackend.Start(azurite.Connection);
        front.GetRequiredService<DurableClients>().Use(backend.Client);
        await using var house = new MailHouse((CapturedMail)front.GetRequiredService<IMailTransport>());
        await house.Open();
        using var hosts = new MortalHosts(azurite.Connection, house.Address);
        house.AfterTaking = count => Disturb(count, hosts, house);
        hosts.Start();
        var company = new Company(front, Settle(front, backend.Client));

        var clock = Stopwatch.StartNew();
        try
        {
            var outcome = await company.PlayUntilTheReport();
            await company.Erase();

            await using var local = Hosts.Local();
            var expected = await new Company(local, () => local.GetRequiredService<Pump>().RunDue(default)).PlayUntilTheReport();
            Assert.Equal(expected.Pairs, outcome.Pairs);
            Assert.Equal(expected.Mails, outcome.Mails);
            Assert.Equal(expected.Report, outcome.Report);
            Assert.All(house.Taken, mail => Assert.Equal(1, mail.Value));
            Assert.InRange(hosts.Kills, LeastKills, 100);
            await NothingRunsOf(company.Cohort, backend.Client);
        }
        finally
        {
            output.WriteLine($"{house.Taken.Count} mails, {hosts.Kills} kills, {clock.Elapsed.TotalSeconds:f0} s");
            output.WriteLine(string.Join('\n', hosts.Said));
        }
    }

    /// <summary>What happens after so many mails; all of it while a host waits to hear that its mail was taken.</summary>
    private static async Task Disturb(int mails, MortalHosts hosts, MailHouse house)
    {
        if (mails is 7 or 37)
        {
            await hosts.KillBothAndLoseTheirMessages();
        }
        else if (mails % 5 == 2)
        {
            hosts.KillOne(mails / 5);
        }
        else if (mails == 20)
        {
            house.IsDead = true;
            _ = Task.Delay(Outage).ContinueWith(_ => house.IsDead = false, TaskScheduler.Default);
        }
    }

    /// <summary>The sweep's timer runs on a machine of its own, as it does in Azure.</summary>
    private static Func<Task> Settle(IServiceProvider front, DurableTaskClient client)
    {
        var sweep = new Sweep(
            front.GetRequiredService<DueRows>(), front.GetRequiredService<IWakeSignal>(), front.GetRequiredService<Instances>(),
            front.GetRequiredService<DurableClients>(), Short, TimeProvider.System, NullLogger<Sweep>.Instance);
        var round = 0;
        return async () =>
        {
            await Task.Delay(200);
            if (++round % 10 == 0)
            {
                await sweep.Run(new(), client, default);
            }
        };
    }

    private static async Task NothingRunsOf(CohortId cohort, DurableTaskClient client)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var running = await client.GetAllInstancesAsync(new OrchestrationQuery())
                .Where(instance => instance.InstanceId.Contains(cohort.Value, StringComparison.Ordinal) && Instances.Runs(instance.RuntimeStatus))
                .CountAsync();
            if (running == 0)
            {
                return;
            }

            await Task.Delay(1000);
        }

        Assert.Fail("Instances of an erased cohort still run.");
    }
}
