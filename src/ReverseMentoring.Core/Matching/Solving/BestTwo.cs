using System.Runtime.Intrinsics;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>The best entry of a row by rank, and the rank of the second best.</summary>
/// <param name="Entry">The first of equal ones; -1 for none.</param>
internal readonly record struct BestTwo(int Entry, int Best, int Second)
{
    public static BestTwo Find(AssignmentProblem problem, int mentee, ushort[] handicaps, int least)
    {
        var (from, to) = (problem.Start[mentee], problem.Start[mentee + 1]);
        return to - from == problem.Mentors && to - from >= Vector256<ushort>.Count
            ? OfFullRow(problem.Score, from, handicaps, least)
            : OfRow(problem, from, to, handicaps, least);
    }

    private static BestTwo OfRow(AssignmentProblem problem, int from, int to, ushort[] handicaps, int least)
    {
        var (scores, mentors) = (problem.Score, problem.Mentor);
        var (best, second, found) = (0, 0, -1);
        for (var entry = from; entry < to; entry++)
        {
            var rank = RowRanks.Rank(scores[entry], handicaps[mentors[entry]], least);
            if (rank > second)
            {
                if (rank > best)
                {
                    (second, best, found) = (best, rank, entry);
                }
                else
                {
                    second = rank;
                }
            }
        }

        return new(found, best, second);
    }

    private static BestTwo OfFullRow(ushort[] scores, int from, ushort[] handicaps, int least)
    {
        var (highest, next) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
        var place = 0;
        for (; place <= handicaps.Length - Vector256<ushort>.Count; place += Vector256<ushort>.Count)
        {
            var rank = RowRanks.Ranks(ref scores[from + place], ref handicaps[place], least);
            next = Vector256.Max(next, Vector256.Min(highest, rank));
            highest = Vector256.Max(highest, rank);
        }

        Span<ushort> lanes = stackalloc ushort[2 * Vector256<ushort>.Count];
        highest.StoreUnsafe(ref lanes[0]);
        next.StoreUnsafe(ref lanes[Vector256<ushort>.Count]);
        var (best, second) = (0, 0);
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            Add(lanes[lane], ref best, ref second);
        }

        for (; place < handicaps.Length; place++)
        {
            Add(RowRanks.Rank(scores[from + place], handicaps[place], least), ref best, ref second);
        }

        return new(best == 0 ? -1 : EntryOf(best, scores, from, handicaps, least), best, second);
    }

    private static void Add(int rank, ref int best, ref int second)
    {
        second = Math.Max(second, Math.Min(best, rank));
        best = Math.Max(best, rank);
    }

    private static int EntryOf(int rank, ushort[] scores, int from, ushort[] handicaps, int least)
    {
        var place = 0;
        var sought = Vector256.Create((ushort)rank);
        while (place <= handicaps.Length - Vector256<ushort>.Count
            && !Vector256.EqualsAny(RowRanks.Ranks(ref scores[from + place], ref handicaps[place], least), sought))
        {
            place += Vector256<ushort>.Count;
        }

        while (RowRanks.Rank(scores[from + place], handicaps[place], least) != rank)
        {
            place++;
        }

        return from + place;
    }
}
