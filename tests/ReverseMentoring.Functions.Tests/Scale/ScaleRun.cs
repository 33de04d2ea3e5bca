using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tables;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Functions.Tests.Backend;
using ReverseMentoring.Functions.Tests.Costs;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>What one stage took.</summary>
/// <param name="Name">Where it ended.</param>
/// <param name="Reached">Cohorts that have come there.</param>
/// <param name="Mails">That went in it.</param>
/// <param name="Hosts">What the hosts did.</param>
/// <param name="Front">What the instance did that people and managers reach.</param>
/// <param name="Requests">Of both.</param>
/// <param name="Storage">Seconds of a processor that the emulator used.</param>
internal sealed record Stage(string Name, int Reached, TimeSpan Took, int Mails, Tally Hosts, Tally Front, Requests Requests, double Storage)
{
    /// <summary>That ran, orchestrators at each of their turns.</summary>
    public long Functions => Hosts.Functions.Values.Sum();
}

/// <summary>One measurement: hosts in processes of their own over Azurite, and people and HR at a third, which runs no step.</summary>
internal sealed class ScaleRun(ScalePlan plan, TextWriter output)
{
    public const int Stages = 4;

    private static readonly TimeSpan SweepsEvery = TimeSpan.FromMinutes(2);

    /// <returns>The stages that were begun; one that not all cohorts have come to the end of is the last.</returns>
    public async Task<IReadOnlyList<Stage>> Play()
    {
        using var azurite = AzuriteProcess.Start(inMemory: true) ?? throw new InvalidOperationException(AzuriteFactAttribute.Missing);
        using var counter = new Counter();
        var rows = new CountedStore(new TableStore(new TableClient(azurite.Connection, "ReverseMentoringRows")));
        await using var front = Hosts.Azure(azurite.Connection, more: services => services.AddSingleton<IStore>(rows));
        await using var backend = await StorageBackend.Start(azurite.Connection, hub: TaskHub.Of(plan.Partitions));
        front.GetRequiredService<DurableClients>().Use(backend.Client);
        await using var house = new MailHouse((CapturedMail)front.GetRequiredService<IMailTransport>());
        var many = new ManyCohorts(front, plan.Cohorts, plan.People);
        house.Told = many.TakeMail;
        await house.Open();
        using var hosts = new MeasuredHosts(plan.Hosts, azurite.Connection, house.Address, plan.Partitions);
        await hosts.Start();
        using var end = new CancellationTokenSource();
        var reading = many.AnswerMails(end.Token);
        var (until, done) = (DateTimeOffset.UtcNow + plan.Most, new List<Stage>());
        var (before, beforeFront) = (await hosts.Read(), counter.Read(rows.Requests));
        var (clock, mails, storage, last) = (Stopwatch.StartNew(), 0, azurite.Cpu, DateTimeOffset.UtcNow);
        output.WriteLine(Says.Head(plan));
        foreach (var (name, begin, isThere) in Way(many))
        {
            await begin();
            var count = await many.WaitFor(isThere, until, Sweep);
            var (now, nowFront) = (await hosts.Read(), counter.Read(rows.Requests));
            var (worked, reached) = (now - before, nowFront - beforeFront);
            done.Add(new(name, count, clock.Elapsed, house.Taken.Count - mails, worked, reached, Requests.Of(worked + reached, azurite.Ports), azurite.Cpu - storage));
            output.WriteLine(Says.Line(plan, done[^1]));
            (before, beforeFront, mails, storage) = (now, nowFront, house.Taken.Count, azurite.Cpu);
            clock.Restart();
            if (count < plan.Cohorts || reading.IsFaulted)
            {
                break;
            }
        }

        await end.CancelAsync();
        await reading.ContinueWith(all => all.Exception is { } failure ? throw failure : 0, TaskScheduler.Default);
        output.WriteLine(Says.Sum(plan, done, house.Taken.Values.Count(times => times > 1)));
        return done;

        async Task Sweep()
        {
            if (DateTimeOffset.UtcNow - last > SweepsEvery)
            {
                last = DateTimeOffset.UtcNow;
                await new Sweep(
                    front.GetRequiredService<DueRows>(), front.GetRequiredService<IWakeSignal>(), front.GetRequiredService<Instances>(),
                    front.GetRequiredService<DurableClients>(), Patience.Usual, TimeProvider.System, NullLogger<Sweep>.Instance).Run(new(), backend.Client, default);
            }
        }
    }

    /// <summary>What HR does, and when all have come to its end.</summary>
    private static (string Name, Func<Task> Begin, Func<Task<int>> Reached)[] Way(ManyCohorts many) =>
    [
        ("pairs to review", async () =>
        {
            await many.Start();
            await many.Say(CommandKind.Close);
        }, () => many.CountIn(PhaseNames.Review)),
        ("sessions booked", () => many.Say(CommandKind.Approve), many.CountInvited),
        ("report", () => many.Say(CommandKind.Close), () => many.CountIn(PhaseNames.Retention)),
        ("erased", () => many.Say(CommandKind.Erase), () => many.CountIn(PhaseNames.Erased)),
    ];
}
