using MathNet.Numerics.Distributions;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>
/// How people behave in a programme: what is usual, how people differ from one another, and how one cohort may differ from the next. Shares
/// are from 0 to 1.
/// </summary>
/// <remarks>
/// <see cref="Surveys"/> with two reminders comes to 48 to 68 % in four cohorts of five, which is the range of mean response rates of
/// organisational surveys from 2005 to 2020 (Holtom, Baruch, Aguinis and Ballinger, "Survey response rates: Trends and a validity assessment
/// framework", Human Relations, 2022). For all else we know of no source that fits: these are assumptions, wide on purpose, until a company's own
/// earlier cohorts say more (<see cref="HabitFit"/>).
/// </remarks>
public sealed record Habits
{
    public static Habits Usual { get; } = new();

    /// <summary>Of mails with a question that the programme needs answered, those that are; a reminder is another chance.</summary>
    public double Answers { get; init; } = 0.75;

    /// <summary>Of mails with a survey, those that are answered; a reminder is another chance.</summary>
    public double Surveys { get; init; } = 0.27;

    /// <summary>Of people, those who never answer anything.</summary>
    public double Silent { get; init; } = 0.08;

    /// <summary>Mean days until an answer.</summary>
    public double DelayDays { get; init; } = 1.2;

    /// <summary>Of partners, those who are declined.</summary>
    public double Declines { get; init; } = 0.04;

    /// <summary>Of sessions, those that one of the two moves.</summary>
    public double Moves { get; init; } = 0.08;

    /// <summary>Of sessions, those that one of the two can't come to.</summary>
    public double Cancels { get; init; } = 0.06;

    /// <summary>Of those who can't come or would rather meet at another time, those who say so in their calendar program, and not in the form.</summary>
    public double ByCalendar { get; init; } = 0.5;

    /// <summary>Of sessions, those to which nobody came when their time was there.</summary>
    public double Misses { get; init; } = 0.08;

    /// <summary>Of people, those who leave in the course of six sessions.</summary>
    public double Leaves { get; init; } = 0.02;

    /// <summary>Days until the manager approves the pairs.</summary>
    public double ManagerDays { get; init; } = 1.5;

    /// <summary>Steps of five by which answers lie higher at the end than at the start: what is planted, and should be found.</summary>
    public double Effect { get; init; }

    /// <summary>How far people differ: standard deviation of their log odds.</summary>
    public double PeopleDiffer { get; init; } = 0.6;

    /// <summary>How far cohorts differ: standard deviation of their log odds.</summary>
    public double CohortsDiffer { get; init; } = 0.25;

    /// <summary>Whoever has had more mails than <see cref="MailsWithoutTiring"/> answers so much less for each of them.</summary>
    public double Tires { get; init; } = 0.03;

    /// <summary>Steps of five by which somebody rates lower for each of their sessions that nobody came to.</summary>
    public double Disappoints { get; init; } = 0.1;

    public const int MailsWithoutTiring = 12;

    /// <summary>Nobody tires to less than this share of what they began with.</summary>
    private const double LeastLeft = 0.5;

    /// <summary>The habits of one cohort.</summary>
    /// <param name="draw">An even number from 0 to 1 for each name, always the same for the same.</param>
    public Habits OfCohort(Func<string, double> draw) => this with
    {
        Answers = Shift(Answers, CohortsDiffer, draw("answers")),
        Surveys = Shift(Surveys, CohortsDiffer, draw("surveys")),
        Declines = Shift(Declines, CohortsDiffer, draw("declines")),
        Moves = Shift(Moves, CohortsDiffer, draw("moves")),
        Cancels = Shift(Cancels, CohortsDiffer, draw("cancels")),
        Misses = Shift(Misses, CohortsDiffer, draw("misses")),
        Leaves = Shift(Leaves, CohortsDiffer, draw("leaves")),
    };

    /// <summary>Somebody of a cohort with these habits. Who answers little answers surveys little too.</summary>
    /// <param name="draw">An even number from 0 to 1 for each name, always the same for the same.</param>
    public PersonHabits OfPerson(Func<string, double> draw)
    {
        var (keen, busy) = (draw("keen"), draw("busy"));
        return draw("silent") < Silent
            ? new(0, 0, Shift(Cancels, PeopleDiffer, busy))
            : new(Shift(Answers, PeopleDiffer, keen), Shift(Surveys, PeopleDiffer, keen), Shift(Cancels, PeopleDiffer, busy));
    }

    /// <summary>What is left of the wish to answer after so many mails.</summary>
    public double LeftAfter(int mails) => Math.Max(LeastLeft, Math.Pow(1 - Tires, Math.Max(0, mails - MailsWithoutTiring)));

    private static double Shift(double share, double deviation, double even) =>
        share is <= 0 or >= 1 || deviation <= 0 ? share : 1 / (1 + (((1 - share) / share) * Math.Exp(-deviation * Normal.InvCDF(0, 1, Math.Clamp(even, 1e-9, 1 - 1e-9)))));
}

/// <summary>How one person is.</summary>
/// <param name="Answers">Of mails with a question that the programme needs answered.</param>
/// <param name="Surveys">Of mails with a survey.</param>
/// <param name="Cancels">As if the other of the two were alike.</param>
public sealed record PersonHabits(double Answers, double Surveys, double Cancels)
{
    /// <summary>Each of the two for themselves, so that a time falls as often as both say.</summary>
    public double CancelsAlone => 1 - Math.Sqrt(1 - Cancels);
}
