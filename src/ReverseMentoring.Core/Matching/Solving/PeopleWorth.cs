namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>What the pairs of a flow are worth under its weighing.</summary>
internal static class PeopleWorth
{
    public static long Total(Flow flow)
    {
        var worth = 0L;
        foreach (var entry in flow.EntryOfUnit)
        {
            worth += entry < 0 ? 0 : flow.Weighing.Profit(flow.Problem, entry);
        }

        return worth + flow.Weighing.Cover * (Served(flow.MentorLoad, flow.Problem.MentorServed) + Served(flow.MenteeLoad, flow.Problem.MenteeServed));
    }

    private static long Served(int[] load, bool[] already)
    {
        var served = 0L;
        for (var node = 0; node < load.Length; node++)
        {
            served += load[node] > 0 && !already[node] ? 1 : 0;
        }

        return served;
    }
}
