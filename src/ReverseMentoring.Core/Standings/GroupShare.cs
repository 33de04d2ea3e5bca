namespace ReverseMentoring.Core.Standings;

/// <summary>What people on a list differ by, and is not their own answer.</summary>
public enum Trait
{
    Zone,
    Department,
    Level,
    Language,
}

/// <summary>How many of a group have found a partner.</summary>
/// <param name="Group">An IANA zone, a department, a level, a language tag; null: all groups that are too small to be told by themselves.</param>
/// <param name="All">Who take part, or wait.</param>
/// <param name="Partnered">Of these, with a partner or in a circle.</param>
public sealed record GroupShare(string? Group, int All, int Partnered)
{
    /// <summary>0…1.</summary>
    public double Share => Partnered / (double)All;
}

/// <summary>The lowest share divided by the highest.</summary>
/// <param name="Value">0…1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end, which may be above 1.</param>
public sealed record ShareRatio(double Value, double Low, double High)
{
    /// <summary>Below this a group counts as put at a disadvantage: the four-fifths rule, 29 CFR 1607.4 D.</summary>
    public const double FourFifths = 0.8;

    public bool IsLow => Value < FourFifths;

    /// <summary>Whether it is low by more than chance would make it.</summary>
    public bool IsLowForSure => IsLow && High < 1;
}

/// <summary>Who of one side has found a partner, by one trait.</summary>
/// <param name="Groups">The largest first, what is too small last.</param>
/// <param name="Ratio">Null where there are not two groups, or nobody has a partner.</param>
public sealed record TraitShares(Trait Trait, Vocabulary.Role Role, IReadOnlyList<GroupShare> Groups, ShareRatio? Ratio);
