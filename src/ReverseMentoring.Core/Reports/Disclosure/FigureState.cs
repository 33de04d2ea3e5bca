namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>How a figure was published. What is not shown is not told more closely: each state but the first stands for several cases.</summary>
public enum FigureState
{
    /// <summary>With its value.</summary>
    Shown,

    /// <summary>Enough people answered, and no more is said: nearly all said the same, or with other figures it would tell of too few, or a draw has withheld it.</summary>
    AtLeast,

    /// <summary>Fewer answered than it takes; how many is not said.</summary>
    TooFew,

    /// <summary>Counted: fewer people than it takes, or none.</summary>
    Few,

    /// <summary>Counted: all but fewer people than it takes, or all.</summary>
    NearlyAll,
}
