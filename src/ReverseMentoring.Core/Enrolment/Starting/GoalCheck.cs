using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Looks whether a cohort's goal says something, and by what it is measured.</summary>
internal static class GoalCheck
{
    public static void Check(CohortGoal? goal, Findings findings)
    {
        if (goal is null)
        {
            return;
        }

        foreach (var (field, text) in new[] { ("goal.why", goal.Why), ("goal.different", goal.Different) })
        {
            if (text is not null && (text.Trim().Length is 0 or > CohortGoal.Longest || text.Any(char.IsControl)))
            {
                findings.Error(field, "The text is empty, too long, or has line breaks.", $"Use one line of at most {CohortGoal.Longest} characters, or leave it out.");
            }
        }

        if (goal.Chosen is null && (goal.Why is null || goal.Different is null))
        {
            findings.Error("goal", "The goal is neither chosen nor written.", "Choose one, or say both why you do this and what is to be different.");
        }

        if (goal.Promises.Count == 0)
        {
            findings.Error("goal.measuredBy", "Nothing measures the goal.", "Name the promises by which you will see it, such as 'trust'.");
        }
    }
}
