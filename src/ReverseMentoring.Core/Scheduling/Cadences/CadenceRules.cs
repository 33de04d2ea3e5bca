namespace ReverseMentoring.Core.Scheduling.Cadences;

/// <summary>What a cohort sets for the rhythm of its pairs and circles.</summary>
public sealed record CadenceRules
{
    /// <summary>A session that falls is to be over so many days after the start that was first planned for it.</summary>
    public int RebookWithinDays { get; init; } = 14;

    /// <summary>Where that leaves fewer days than this, so many from now, and the session counts as late.</summary>
    public int LeastDaysToRebook { get; init; } = 3;

    /// <summary>After how many sessions in a row that fell by somebody's doing its people are asked.</summary>
    public int AskAfterFalls { get; init; } = 2;

    /// <summary>How long they have to answer before it needs attention.</summary>
    public int AnswerWithinDays { get; init; } = 7;

    /// <summary>After how many falls in a row, answers in between or not, it needs attention.</summary>
    public int StuckAfterFalls { get; init; } = 4;

    /// <summary>How many have to answer, so that it is clear how to go on; null: all who are asked.</summary>
    public int? AnswersNeeded { get; init; }
}
