namespace ReverseMentoring.Core.Matching.Model;

/// <summary>Groups instead of pairs: how large.</summary>
public sealed record CirclePolicy
{
    public const int Fewest = 4;
    public const int Most = 8;

    public int SmallestSize { get; init; } = Fewest;

    public int LargestSize { get; init; } = 6;

    internal bool IsPossible => SmallestSize >= Fewest && LargestSize <= Most && SmallestSize <= LargestSize;
}
