namespace ReverseMentoring.Core.Reports;

/// <summary>
/// How many of a survey's answers may be shown, as words or as means, such that nobody's own can be told: never fewer than
/// three, and never fewer than three more than at an earlier look. Whoever saw that one person more has answered would else
/// read the new words as theirs, or work their answer out from two means by a subtraction.
/// </summary>
internal static class DisclosureControl
{
    public const int Fewest = 3;

    /// <param name="answers">How many there are.</param>
    /// <param name="isOver">No more come: then all are shown, which must again be three more at least than were shown before.</param>
    public static int Shown(int answers, bool isOver) => isOver
        ? answers < Fewest ? 0 : answers
        : Math.Max(0, answers - (answers % Fewest) - Fewest);

    /// <summary>Those that may be shown, the earliest. Their order tells who was first: it is the caller's to hide.</summary>
    public static IEnumerable<T> Publishable<T>(IReadOnlyCollection<T> answers, Func<T, DateTimeOffset> at, bool isOver) =>
        answers.OrderBy(at).Take(Shown(answers.Count, isOver));
}
