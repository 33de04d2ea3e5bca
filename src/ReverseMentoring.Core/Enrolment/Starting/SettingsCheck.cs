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
        findings.OutOfRange("matching", request.Matching.Problems());
    }
}
