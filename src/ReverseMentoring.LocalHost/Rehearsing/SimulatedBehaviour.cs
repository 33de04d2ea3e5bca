using ReverseMentoring.Core.Forecasting;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>
/// How simulated people behave: as <see cref="Habits.Usual"/> says of a programme that runs reasonably well; each can be set,
/// to see what a worse one would come to.
/// </summary>
public sealed record SimulatedBehaviour
{
    /// <summary>Share of mails with a question that are answered by themselves; a reminder is another chance.</summary>
    public double Answers { get; init; } = Habits.Usual.Answers;

    /// <summary>Mean time until an answer.</summary>
    public double DelayDays { get; init; } = Habits.Usual.DelayDays;

    /// <summary>Share of partners that are declined.</summary>
    public double Declines { get; init; } = Habits.Usual.Declines;

    /// <summary>Share of sessions that one of the two asks to move, once they are reminded of it.</summary>
    public double Moves { get; init; } = Habits.Usual.Moves;

    /// <summary>Share of times, those found anew too, at which one of the two says that they can't make it.</summary>
    public double Cancels { get; init; } = Habits.Usual.Cancels;

    /// <summary>Share of sessions that don't take place.</summary>
    public double Misses { get; init; } = Habits.Usual.Misses;

    /// <summary>Share of people who leave in the course of the sessions.</summary>
    public double Leaves { get; init; } = Habits.Usual.Leaves;

    /// <summary>By how many of the five steps people's answers to the survey's questions lie higher at the end than at the start: what the report should find.</summary>
    public double Effect { get; init; }

    /// <summary>Days until the manager approves the pairs.</summary>
    public double ManagerDays { get; init; } = Habits.Usual.ManagerDays;

    /// <summary>By how many steps somebody rates lower for each session of theirs to which nobody came.</summary>
    public double Disappoints { get; init; }

    /// <summary>Those of the cohort, where people differ; null: all are alike.</summary>
    public Habits? Differing { get; private init; }

    /// <summary>A cohort with such habits, in which people differ as they say.</summary>
    public static SimulatedBehaviour Of(Habits habits, SeededRandom seededRandom)
    {
        var cohort = habits.OfCohort(what => seededRandom.Draw("cohort", what));
        return new()
        {
            Answers = cohort.Answers,
            DelayDays = cohort.DelayDays,
            Declines = cohort.Declines,
            Moves = cohort.Moves,
            Cancels = cohort.Cancels,
            Misses = cohort.Misses,
            Leaves = cohort.Leaves,
            Effect = cohort.Effect,
            ManagerDays = cohort.ManagerDays,
            Disappoints = cohort.Disappoints,
            Differing = cohort,
        };
    }

    /// <summary>What somebody writes into a form, by their id, the form's name, and whether they let it be shown; null: something of their own.</summary>
    public Func<string, string, bool, string>? Words { get; init; }
}
