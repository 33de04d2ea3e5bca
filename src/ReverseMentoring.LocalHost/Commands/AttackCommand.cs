using System.CommandLine;
using ReverseMentoring.LocalHost.Attacks;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>attack</c>: what could somebody find out who sees all that a manager sees, and knows how it is made?</summary>
internal static class AttackCommand
{
    private const double MostRight = 1.0 / 3;

    public static Command Make() => new("attack", "Attack what must not be told, and print what was found out") { Vetoes() };

    private static Command Vetoes()
    {
        var cohorts = new Option<int>("--cohorts") { Description = "Made-up cohorts, each with one \"rather not with\"", DefaultValueFactory = _ => 1000 };
        var pairs = new Option<int[]>("--pairs") { Description = "People of each side; more than one size may be named", DefaultValueFactory = _ => [3, 9, 30], AllowMultipleArgumentsPerToken = true };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same result", DefaultValueFactory = _ => 1 };
        var withoutDraw = new Option<bool>("--without-draw") { Description = "Keep nobody apart by the draw, to see that the attack then finds it" };
        var command = new Command("vetoes", "Guess who would rather not be with whom; more than a third right is a failure") { cohorts, pairs, seed, withoutDraw };
        command.SetAction(parsed =>
        {
            var found = false;
            foreach (var size in parsed.GetValue(pairs)!)
            {
                var measure = VetoMeasure.Run(parsed.GetValue(cohorts), size, parsed.GetValue(seed), !parsed.GetValue(withoutDraw));
                Console.Out.WriteLine(measure);
                found |= measure.Share > MostRight || measure.Told > 0;
            }

            return found ? 1 : 0;
        });
        return command;
    }
}
