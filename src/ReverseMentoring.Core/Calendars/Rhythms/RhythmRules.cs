namespace ReverseMentoring.Core.Calendars.Rhythms;

/// <summary>What a cohort sets for the rhythm of its pairs.</summary>
public sealed record RhythmRules
{
    /// <summary>A session that falls is to be over so many days after the start that was first planned for it.</summary>
    public int RebookWithinDays { get; init; } = 14;

    /// <summary>Where that leaves fewer days than this, so many from now, and the session counts as late.</summary>
    public int LeastDaysToRebook { get; init; } = 3;

    /// <summary>After how many sessions in a row that fell by somebody's doing both are asked.</summary>
    public int AskAfterFalls { get; init; } = 2;

    /// <summary>How long both have to answer before the pair needs attention.</summary>
    public int AnswerWithinDays { get; init; } = 7;

    /// <summary>After how many falls in a row, answers in between or not, the pair needs attention.</summary>
    public int StuckAfterFalls { get; init; } = 4;
}
