using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Looks whether what a cohort asks for makes sense by itself. The bounds keep typing errors out, not wishes.</summary>
internal static class SettingsCheck
{
    public static void Check(CohortRequest request, Findings findings)
    {
        new ShownCheck(request, findings).Check();
        new DaysCheck(request, findings).Check();
        ContactCheck.Check("contacts.manager", request.Contacts?.Manager, findings);
        ContactCheck.Check("contacts.trusted", request.Contacts?.Trusted, findings);
        findings.Between("minimumGroup", request.MinimumGroup, GroupSizes.Least, GroupSizes.Most);
        new QuestionsCheck(findings).Check(request.Questions);
        GoalCheck.Check(request.Goal, findings);
        new OpenCallCheck(request, findings).Check();
        CheckDraw(request, findings);
        findings.OutOfRange("matching", request.Matching.Problems());
    }

    /// <summary>A circle has no other side whose places could be too few.</summary>
    private static void CheckDraw(CohortRequest request, Findings findings)
    {
        if (request is { DrawnWaitingList: true, Matching.Circles: not null })
        {
            findings.Error("drawnWaitingList", "In circles nobody waits by a draw.", "Let the cohort meet in pairs, or switch the drawn waiting list off.");
        }
    }
}
