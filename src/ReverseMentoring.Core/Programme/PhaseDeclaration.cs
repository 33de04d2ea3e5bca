namespace ReverseMentoring.Core.Programme;

/// <summary>What ends a phase, when nobody closes it before.</summary>
public enum PhaseEnding
{
    /// <summary>The morning of the cohort's first day.</summary>
    FirstDay,

    /// <summary>Everybody has answered, or had their days, counted from their own invitation.</summary>
    Answers,

    /// <summary>The manager has approved.</summary>
    Approval,

    /// <summary>Its days are over, counted from its opening.</summary>
    Deadline,

    /// <summary>The last session of the last pair or circle.</summary>
    LastSession,

    /// <summary>It is over when its work is done, within minutes.</summary>
    AtOnce,

    /// <summary>Nothing comes after it.</summary>
    Nothing,
}

/// <summary>What others need to know of a phase. What it does stands in its own file, in the cycle.</summary>
public sealed record PhaseDeclaration(string Name, PhaseEnding Ending)
{
    /// <summary>The days that HR gives it: the setting's name in <c>phases</c>. Null: there is none.</summary>
    public string? Setting { get; init; }

    /// <summary>The value of <see cref="Setting"/>; such a phase can be extended.</summary>
    public Func<PhaseLengths, int>? Length { get; init; }

    /// <summary>Null: it is shown as itself. Else the phase that managers see while it lasts.</summary>
    public string? ShownAs { get; init; }

    public bool PairsOnly { get; init; }

    public bool IsAsking => Ending is PhaseEnding.Answers;

    public bool CanClose => Ending is not (PhaseEnding.AtOnce or PhaseEnding.Approval or PhaseEnding.Nothing);

    public bool CanExtend => Length is not null;
}
