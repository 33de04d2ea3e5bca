using System.CommandLine;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Demo;
using ReverseMentoring.LocalHost.Pages;
using ReverseMentoring.LocalHost.Rehearsing;
using Spectre.Console;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>demo</c>: a sample cohort through its whole cycle in virtual time, and then to be looked at.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var byHand = new Option<bool>("--by-hand") { Description = "Stop before the first phase, and turn the clock yourself" };
        var address = ServeCommand.Address();
        var exit = new Option<bool>("--exit") { Description = "Stop when the report is written, instead of serving" };
        var command = new Command("demo", "Play a sample cohort from call to report, then serve it: mails, forms, pages, report") { byHand, address, exit };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(address)!, parsed.GetValue(byHand), parsed.GetValue(exit), cancel));
        return command;
    }

    private static async Task<int> Run(Uri address, bool byHand, bool exit, CancellationToken cancel)
    {
        // A report in which something has changed shows more of itself.
        var plan = new RehearsalPlan(SampleCohort.People, SampleCohort.Settings) { KeepsMails = true, SimulatedBehaviour = new() { Effect = 0.6 } };
        await using var rehearsal = await Rehearsal.Open(plan, address, cancel);
        await rehearsal.Start(cancel);
        if (!byHand)
        {
            await Play(rehearsal, cancel);
        }

        Tell(rehearsal, address, byHand);
        if (!exit)
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var following = rehearsal.FollowHands(ends.Token);
            await rehearsal.App.WaitForShutdownAsync(cancel);
            await ends.CancelAsync();
            await following.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        return 0;
    }

    private static Task Play(Rehearsal rehearsal, CancellationToken cancel) => Terminal.Output.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
        .StartAsync(async progress =>
        {
            var phases = PhaseCatalogue.Names.TakeWhile(phase => phase != PhaseNames.Retention).ToArray();
            var bar = progress.AddTask("preparation", maxValue: phases.Length);
            await rehearsal.RunToReport(
                (state, now) =>
                {
                    var place = Array.IndexOf(phases, state.Phase);
                    bar.Description = $"{now:d MMM yyyy}  {state.Phase}";
                    bar.Value = place < 0 ? phases.Length : Math.Max(bar.Value, place);
                    return Task.CompletedTask;
                },
                cancel);
        });

    private static void Tell(Rehearsal rehearsal, Uri address, bool byHand)
    {
        Terminal.Line($"The sample cohort is at [link]{address}[/]");
        Terminal.Line($"  its mails       {new Uri(address, "mailbox")}");
        Terminal.Line($"  its pages       {new Uri(address, $"manage/cohorts/{rehearsal.Cohort}")}");
        Terminal.Line($"  its report      {new Uri(address, $"manage/cohorts/{rehearsal.Cohort}/report")}");
        if (byHand)
        {
            Terminal.Line($"  its clock       {new Uri(address, "clock")}");
        }

        Terminal.Line($"{IOtherPeople.WhoTheyAre}{(byHand ? " The clock's page lets you do it instead." : "")}");
        Terminal.Line($"The manager's key: [bold]{rehearsal.ManagerKey}[/]");
    }
}
