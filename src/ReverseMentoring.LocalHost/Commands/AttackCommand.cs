using System.CommandLine;
using ReverseMentoring.LocalHost.Attacks;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>attack</c>: what could somebody find out who sees all that a manager sees, and knows how it is made?</summary>
internal static class AttackCommand
{
    private const double MostRight = 1.0 / 3;

    /// <summary>As often as not, with room for what chance does.</summary>
    private const double MostAgreed = 0.6;

    private const int FewGroups = 10_000;

    private static readonly int[] UsualGroups = [5, 6, 8, 12];

    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same result", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Seeds = new("--seeds") { Description = "So many, from that one on", DefaultValueFactory = _ => 1 };

    private static readonly Option<FileInfo> People = new Option<FileInfo>("--people") { Description = "HR's list as CSV, in place of people made up" }.AcceptExistingOnly();

    public static Command Make()
    {
        var pairs = Pairs(3, 9);
        var all = new Command("attack", "Attack what must not be told, and print what was found out; without a name, by all attacks") { pairs, Seed, Seeds, People, Vetoes(), Agreement() };
        foreach (var attack in AttackCatalogue.All)
        {
            var sizes = Pairs(3, 9);
            var command = new Command(attack.Name, attack.Tells) { sizes, Seed, Seeds, People };
            command.SetAction((parsed, cancel) => Play([attack], Plans(parsed, sizes), cancel));
            all.Subcommands.Add(command);
        }

        all.SetAction(async (parsed, cancel) =>
            Math.Max(
                Math.Max(Guess(VetoMeasure.FewestGuesses + 100, parsed.GetValue(pairs)!, parsed.GetValue(Seed), withDraw: true), Agree(FewGroups, UsualGroups, parsed.GetValue(Seed), withDraw: true)),
                await Play(AttackCatalogue.All, Plans(parsed, pairs), cancel)));
        return all;
    }

    private static Command Vetoes()
    {
        var cohorts = new Option<int>("--cohorts") { Description = "Made-up cohorts, each with one \"rather not with\"", DefaultValueFactory = _ => 1000 };
        var pairs = Pairs(3, 9, 30);
        var withoutDraw = new Option<bool>("--without-draw") { Description = "Keep nobody apart by the draw, to see that the attack then finds it" };
        var command = new Command("vetoes", "Guess who would rather not be with whom; more than a third right is a failure") { cohorts, pairs, Seed, withoutDraw };
        command.SetAction(parsed => Guess(parsed.GetValue(cohorts), parsed.GetValue(pairs)!, parsed.GetValue(Seed), !parsed.GetValue(withoutDraw)));
        return command;
    }

    private static Command Agreement()
    {
        var groups = new Option<int>("--groups") { Description = "Made-up groups of each size", DefaultValueFactory = _ => 100_000 };
        var sizes = new Option<int[]>("--answered") { Description = "People who answered; more than one size may be named", DefaultValueFactory = _ => UsualGroups, AllowMultipleArgumentsPerToken = true };
        var withoutDraw = new Option<bool>("--without-draw") { Description = "Withhold no mean by the draw, to see that the attack is always right then" };
        var command = new Command("agreement", "Guess of a mean that is not shown that nearly all said the same; more than three in five right is a failure") { groups, sizes, Seed, withoutDraw };
        command.SetAction(parsed => Agree(parsed.GetValue(groups), parsed.GetValue(sizes)!, parsed.GetValue(Seed), !parsed.GetValue(withoutDraw)));
        return command;
    }

    private static int Agree(int groups, int[] sizes, int seed, bool withDraw)
    {
        var found = false;
        foreach (var size in sizes)
        {
            var measure = AgreementMeasure.Run(groups, size, seed, withDraw);
            Console.Out.WriteLine($"agreement of {measure}");
            found |= measure.Share > MostAgreed;
        }

        return found ? 1 : 0;
    }

    private static int Guess(int cohorts, int[] sizes, int seed, bool withDraw)
    {
        var found = false;
        foreach (var size in sizes)
        {
            var measure = VetoMeasure.Run(cohorts, size, seed, withDraw);
            Console.Out.WriteLine($"vetoes on {measure}");
            found |= measure.Share > MostRight || measure.Told > 0;
        }

        return found ? 1 : 0;
    }

    private static async Task<int> Play(IReadOnlyList<IAttack> attacks, IReadOnlyList<AttackPlan> plans, CancellationToken cancel)
    {
        var found = false;
        foreach (var (plan, attack) in plans.SelectMany(plan => attacks.Select(attack => (plan, attack))))
        {
            var result = await attack.Play(plan, cancel);
            var outcome = result.Isolated.Count == 0 ? "nothing isolated" : $"isolated in {result.Isolated.Count} ways:";
            Console.Out.WriteLine($"{attack.Name} on {plan.Title}, seed {plan.Seed}: {result.Tried} held against others, {outcome}");
            foreach (var isolated in result.Isolated)
            {
                Console.Out.WriteLine($"  {isolated}");
            }

            found |= result.Isolated.Count > 0;
        }

        return found ? 1 : 0;
    }

    private static AttackPlan[] Plans(ParseResult parsed, Option<int[]> pairs) =>
    [
        .. from seed in Enumerable.Range(parsed.GetValue(Seed), parsed.GetValue(Seeds))
           from plan in parsed.GetValue(People) is { } file
               ? [new AttackPlan(file.Name, File.ReadAllText(file.FullName), seed)]
               : parsed.GetValue(pairs)!.Select(size => AttackPlan.Made(size, seed))
           select plan,
    ];

    private static Option<int[]> Pairs(params int[] usual) => new("--pairs")
    {
        Description = "People of each side; more than one size may be named", DefaultValueFactory = _ => usual, AllowMultipleArgumentsPerToken = true,
    };
}
