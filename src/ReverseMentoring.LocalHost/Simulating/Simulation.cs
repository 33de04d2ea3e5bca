using System.Text;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Simulating.Acting;
using ReverseMentoring.LocalHost.Simulating.Checking;
using ReverseMentoring.LocalHost.Simulating.Faults;
using ReverseMentoring.LocalHost.Simulating.Planning;
using ReverseMentoring.LocalHost.Simulating.Ports;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.LocalHost.Simulating;

/// <summary>
/// A whole cohort by one seed, in virtual time, on one thread: the product itself, with people and HR who act, and with all that goes
/// wrong on the way. What must hold is looked at after each step; the same seed plays the same again, line by line.
/// </summary>
internal sealed class Simulation : IDisposable
{
    /// <summary>A cohort of some weeks that is not over by then never will be.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(700);

    private const int MostTurns = 60_000;

    /// <summary>HR's acts fall into these days.</summary>
    private static readonly TimeSpan Eventful = TimeSpan.FromDays(70);

    /// <summary>Some faults come until then; what is broken for good stays so.</summary>
    private static readonly TimeSpan Healing = TimeSpan.FromDays(90);

    private readonly SimulationPlan plan;
    private readonly Trace trace;
    private readonly Surroundings around;
    private readonly World world;
    private readonly OneThread thread;
    private readonly Agenda agenda = new();
    private readonly ToldByUs told = new();
    private readonly Hr hr;
    private readonly DueWork due;
    private readonly InvariantCheck check;
    private RunningProgramme running;
    private int stops;

    private Simulation(SimulationPlan plan, Action<IServiceCollection>? instead, TextWriter? traceTo)
    {
        this.plan = plan;
        var chance = new Chance((ulong)(uint)plan.Seed);
        trace = new() { Now = SimulationPlan.Begins, Out = traceTo };
        var order = chance.Apart();
        thread = new(order.Below);
        around = new(chance, new(plan.Rates, plan.Lasting, chance.Apart()), trace, new(SimulationPlan.Begins), thread);
        var mail = new SimulatedMailService(plan.Mail, around);
        world = new(new(), mail, plan.HasCalendars ? new(around) : null, new([new("k1", Encoding.ASCII.GetBytes("simulated-simulated-simulated-32"))]), new SeededRandomSource(plan.Seed), plan.Quota)
        {
            Instead = instead,
        };
        running = new(world, around);
        hr = new(plan, around, world.Disk, Send, agenda, told);
        var crowd = new Crowd(plan, around, world.Links, world.Disk, Send, agenda, told);
        crowd.Approves += hr.Approve;
        mail.Arrives += crowd.Receive;
        mail.Returns += id => agenda.Add(around.Clock.Now.AddMinutes(20), Return(id));
        due = new(world.Disk, around);
        check = new(plan, world, around, told);
    }

    /// <summary>Plays it to its end, on the calling thread.</summary>
    /// <param name="plan">What.</param>
    /// <param name="instead">Stands in for services of the product: broken ones, to see that it is found.</param>
    /// <param name="traceTo">Gets every line of what happens.</param>
    public static SimulationResult Play(SimulationPlan plan, Action<IServiceCollection>? instead = null, TextWriter? traceTo = null)
    {
        using var simulation = new Simulation(plan, instead, traceTo);
        _ = Front.Instance;
        var broken = simulation.thread.Run(simulation.PlayAll);
        if (simulation.thread.Disturbance is { } other)
        {
            broken = [.. broken, $"the same seed plays the same: something came from another thread: {other}"];
        }

        return new(plan, broken, simulation.trace.Hash, simulation.trace.Lines, simulation.around.Weather.Faults, simulation.stops, simulation.around.Clock.Now - SimulationPlan.Begins,
            simulation.world.Mail.Taken.Count, simulation.trace.Faults, [.. simulation.trace.LastLines]);
    }

    public void Dispose()
    {
        running.Dispose();
        trace.Dispose();
    }

    private async Task<IReadOnlyList<string>> PlayAll()
    {
        hr.Key = (await running.Services.GetRequiredService<ManagerKeys>().CreateFirst())!;
        for (var tries = 0; hr.Cohort is null && tries < 50; tries++)
        {
            await Do([new("start", hr.Start)]);
            Turn(around.Clock.Now.AddMinutes(1));
        }

        check.Cohort = hr.Cohort ?? throw new InvalidOperationException("The cohort was not started in fifty tries.");
        hr.PlanActs(Eventful);
        for (var turns = 0; turns < MostTurns; turns++)
        {
            var (now, ready) = (around.Clock.Now, await due.Ready(running));
            while (agenda.Take(now) is { } planned)
            {
                ready.Add(planned);
            }

            if (ready.Count > 0)
            {
                await DoSome(ready);
            }
            else if (due.IsQuiet && await check.Settled() is { Count: > 0 } unsettled)
            {
                return unsettled;
            }
            else if (due.IsQuiet && await check.IsOver())
            {
                return await check.Ended();
            }
            else if (!await TurnToNext() || around.Clock.Now - SimulationPlan.Begins > Longest)
            {
                return plan.Lasting ? [] : [$"every cohort ends: after {(around.Clock.Now - SimulationPlan.Begins).TotalDays:F0} days it has not"];
            }

            if (await check.Always() is { Count: > 0 } broken)
            {
                return broken;
            }
        }

        return plan.Lasting ? [] : ["every cohort ends: it goes in circles"];
    }

    /// <summary>One of what is ready, or several at the same time; the others come next.</summary>
    private async Task DoSome(List<Happening> ready)
    {
        var together = around.Rates.Late > 0 && around.Chance.Happens(0.4) ? Math.Min(ready.Count, around.Chance.Between(2, 4)) : 1;
        var now = new List<Happening>();
        for (; now.Count < together; now.Add(ready[^1]), ready.RemoveAt(ready.Count - 1))
        {
            var at = around.Chance.Below(ready.Count);
            (ready[at], ready[^1]) = (ready[^1], ready[at]);
        }

        foreach (var later in ready)
        {
            due.PutBack(later, agenda);
        }

        await Do(now);
    }

    private async Task Do(IReadOnlyList<Happening> happenings)
    {
        around.AreMany = happenings.Count > 1;
        foreach (var happening in happenings)
        {
            trace.Note("do " + happening.What);
        }

        check.Begin();
        var flows = happenings.Select(happening => Flow(happening)).ToArray();
        await Task.WhenAny(Task.WhenAll(flows), running.Life.Stopped);
        around.AreMany = false;
        if (running.Life.IsOver)
        {
            stops++;
            running.Dispose();
            running = new(world, around);
            trace.Note("the process starts");
            foreach (var lost in happenings.Zip(flows).Where(one => !one.Second.IsCompleted).Select(one => one.First))
            {
                lost.Lost?.Invoke();
            }
        }

        async Task Flow(Happening happening)
        {
            try
            {
                await happening.Act();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                trace.Note($"failed: {happening.What}: {failure.GetType().Name}");
                check.Fails(happening.What, failure);
            }
        }
    }

    private Task<FrontAnswer> Send(FrontRequest request) => running.Send(request);

    private Happening Return(string id) => new(
        $"returned {id}", () => running.Services.GetRequiredService<Bounces>().Record(id, "returned"), () => agenda.Add(around.Clock.Now.AddMinutes(10), Return(id)));

    private async Task<bool> TurnToNext()
    {
        var next = new[] { await due.Next(), agenda.Next }.Min();
        if (next is not { } moment)
        {
            return false;
        }

        if (!around.Chance.Happens(around.Rates.ClockJumps))
        {
            Turn(moment);
            return true;
        }

        // It goes wrong where the clock is then: what was due meanwhile comes after it, and is not late for that.
        Turn(around.Chance.Happens(0.5) ? moment + around.Chance.Upto(TimeSpan.FromDays(2)) : around.Clock.Now - around.Chance.Upto(TimeSpan.FromMinutes(10)));
        around.Strikes(1, "the clock jumps");
        return true;
    }

    private void Turn(DateTimeOffset moment)
    {
        // Rows tell milliseconds: on a clock that stands between two of them, what is due would be due for ever.
        moment = new((moment.UtcTicks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        around.Clock.Now = moment;
        trace.Now = moment;
        around.Weather.Turn(moment);
        if (moment - SimulationPlan.Begins > Healing)
        {
            around.Weather.Clear();
        }
    }
}
