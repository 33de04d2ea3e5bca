using System.CommandLine;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>The options by which simulated people can be made better or worse than usual.</summary>
internal sealed class BehaviourOptions
{
    private const double MostDays = 60;

    private static readonly SimulatedBehaviour Usual = new();

    private readonly Option<double> answers = Share("--answers", "Share of mails with a question that are answered", Usual.Answers);
    private readonly Option<double> delay = Number("--delay-days", "Mean days until an answer", Usual.DelayDays, 0, MostDays);
    private readonly Option<double> declines = Share("--declines", "Share of partners that are declined", Usual.Declines);
    private readonly Option<double> moves = Share("--moves", "Share of sessions that are moved", Usual.Moves);
    private readonly Option<double> cancels = Share("--cancels", "Share of times at which somebody can't make it", Usual.Cancels);
    private readonly Option<double> misses = Share("--misses", "Share of sessions that don't take place", Usual.Misses);
    private readonly Option<double> leaves = Share("--leaves", "Share of people who leave during the sessions", Usual.Leaves);

    private readonly Option<double> effect = Number(
        "--effect", "Steps of five by which people's answers to the survey lie higher at the end than at the start", Usual.Effect, -Bounds.MostEffect, Bounds.MostEffect);

    public void AddTo(Command command)
    {
        foreach (var option in new[] { answers, delay, declines, moves, cancels, misses, leaves, effect })
        {
            command.Options.Add(option);
        }
    }

    public SimulatedBehaviour ReadBehaviour(ParseResult parsed) => new()
    {
        Answers = parsed.GetValue(answers),
        DelayDays = parsed.GetValue(delay),
        Declines = parsed.GetValue(declines),
        Moves = parsed.GetValue(moves),
        Cancels = parsed.GetValue(cancels),
        Misses = parsed.GetValue(misses),
        Leaves = parsed.GetValue(leaves),
        Effect = parsed.GetValue(effect),
    };

    private static Option<double> Share(string name, string description, double usual) => Number(name, description, usual, 0, 1);

    private static Option<double> Number(string name, string description, double usual, double least, double most) =>
        new Option<double>(name) { Description = description, DefaultValueFactory = _ => usual }.Within(least, most);
}
