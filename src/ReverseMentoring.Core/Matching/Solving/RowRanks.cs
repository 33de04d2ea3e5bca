using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// How good a row's entries are, 1…65535, the higher the better: the score less the mentor's handicap; 0 for what scores
/// less than the least. A full row names the mentors one after the other, so that 16 entries are ranked at once.
/// </summary>
internal static class RowRanks
{
    /// <summary>Handicaps are cut here, so that a rank fits into 16 bits.</summary>
    public const int HighestHandicap = 50_000;

    private const int Offset = HighestHandicap + 1;

    public static ushort Handicap(int price) => (ushort)Math.Clamp(price, 0, HighestHandicap);

    public static void Fill(AssignmentProblem problem, int mentee, ushort[] handicaps, int least, ushort[] ranks)
    {
        var (from, length) = (problem.Start[mentee], problem.Start[mentee + 1] - problem.Start[mentee]);
        var (scores, mentors) = (problem.Score, problem.Mentor);
        var place = 0;
        if (length == problem.Mentors)
        {
            for (; place <= length - Vector256<ushort>.Count; place += Vector256<ushort>.Count)
            {
                Ranks(ref scores[from + place], ref handicaps[place], least).StoreUnsafe(ref ranks[place]);
            }
        }

        for (; place < length; place++)
        {
            ranks[place] = Rank(scores[from + place], handicaps[mentors[from + place]], least);
        }
    }

    /// <summary>The ranks of 16 entries from the first one's score and handicap on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ushort> Ranks(ref ushort firstScore, ref ushort firstHandicap, int least)
    {
        var score = Vector256.LoadUnsafe(ref firstScore);
        var rank = score + Vector256.Create((ushort)Offset) - Vector256.LoadUnsafe(ref firstHandicap);
        return rank & Vector256.Equals(Vector256.Max(score, Vector256.Create((ushort)least)), score);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Rank(ushort score, ushort handicap, int least) => (ushort)(score < least ? 0 : score + Offset - handicap);
}
