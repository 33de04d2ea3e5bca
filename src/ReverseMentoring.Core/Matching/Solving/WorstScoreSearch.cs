namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// The best worst score among the scores that occur: a threshold is good if it costs no person and no pair. The answer tends
/// to lie close under the lowest of everybody's best scores, so the search goes down from there in growing steps, then halves.
/// </summary>
internal sealed class WorstScoreSearch(AssignmentProblem problem, Flow people)
{
    private readonly long target = PeopleWorth.Total(people);

    /// <summary>The threshold, and the flow that shows that the next one is too high.</summary>
    public (int Least, Flow Above) Run()
    {
        var thresholds = Thresholds(problem);
        var ceiling = Ceiling();
        var good = 0;
        var bad = 1;
        while (bad < thresholds.Length && thresholds[bad] <= ceiling)
        {
            bad++;
        }

        var above = bad < thresholds.Length ? null : people;
        for (var step = 1; bad - good > 1;)
        {
            var middle = good == 0 ? Math.Max((good + bad) / 2, bad - step) : (good + bad) / 2;
            step *= 4;
            var flow = ShortestPaths.SolvePeople(problem, thresholds[middle]);
            if (PeopleWorth.Total(flow) == target)
            {
                good = middle;
            }
            else
            {
                (bad, above) = (middle, flow);
            }
        }

        return (thresholds[good], above ?? ShortestPaths.SolvePeople(problem, thresholds[bad]));
    }

    /// <summary>
    /// Where every mentee gets a partner, nothing above the lowest of their best scores will do; the same for mentors. Often
    /// this is the answer already: who has a good score at all can mostly be given one.
    /// </summary>
    private int Ceiling()
    {
        if (problem.Running is not null)
        {
            return int.MaxValue;
        }

        var (mentees, mentors) = BestScores.Find(problem);
        return Math.Min(
            Lowest(mentees, people.MenteeLoad, problem.MenteeServed),
            Lowest(mentors, people.MentorLoad, problem.MentorServed));
    }

    private static int Lowest(ushort[] best, int[] load, bool[] served)
    {
        var lowest = int.MaxValue;
        for (var node = 0; node < best.Length; node++)
        {
            if (load[node] == 0 || served[node])
            {
                return int.MaxValue;
            }

            lowest = Math.Min(lowest, best[node]);
        }

        return lowest;
    }

    /// <summary>The scores that occur outside running pairs, rising, and one above all of them.</summary>
    private static int[] Thresholds(AssignmentProblem problem)
    {
        var occurs = new bool[ushort.MaxValue + 2];
        var highest = -1;
        for (var entry = 0; entry < problem.Score.Length; entry++)
        {
            if (!problem.IsRunning(entry))
            {
                occurs[problem.Score[entry]] = true;
                highest = Math.Max(highest, problem.Score[entry]);
            }
        }

        occurs[highest + 1] = true;
        var thresholds = new int[occurs.Length];
        var count = 0;
        for (var score = 0; score <= highest + 1; score++)
        {
            thresholds[count] = score;
            count += occurs[score] ? 1 : 0;
        }

        Array.Resize(ref thresholds, count);
        return thresholds;
    }
}
