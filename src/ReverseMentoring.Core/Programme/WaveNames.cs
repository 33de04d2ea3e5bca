namespace ReverseMentoring.Core.Programme;

/// <summary>A wave is one survey with one closing. Rows are kept under these names, so they never change.</summary>
public static class WaveNames
{
    /// <summary>Half-way through the sessions.</summary>
    public const string HalfTime = "half-time";

    /// <summary>The closing survey, with all that was asked after the sessions.</summary>
    public const string End = "end";

    public static IReadOnlyList<string> InOrder { get; } = [HalfTime, End];
}
