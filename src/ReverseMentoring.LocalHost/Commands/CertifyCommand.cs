using System.CommandLine;
using ReverseMentoring.LocalHost.Attacks;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>certify</c>: do pairs depend on names, addresses, gendered words or the order in which people come?</summary>
internal static class CertifyCommand
{
    public static Command Make()
    {
        var runs = new Option<int>("--runs") { Description = "Made-up cohorts, each matched before and after", DefaultValueFactory = _ => 1000 }.Within(1, 1_000_000);
        var pairs = new Option<int>("--pairs") { Description = "People of each side", DefaultValueFactory = _ => 20 }.Within(2, 500);
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same result", DefaultValueFactory = _ => 1 };
        var command = new Command("certify", "Change names, addresses, gendered words and orders, and see that no pair changes") { runs, pairs, seed };
        command.SetAction(async (parsed, _) =>
        {
            var measure = await InvarianceMeasure.Run(parsed.GetValue(runs), parsed.GetValue(pairs), parsed.GetValue(seed));
            await Console.Out.WriteLineAsync(measure.ToString());
            return measure.Changed == 0 ? 0 : 1;
        });
        return command;
    }
}
