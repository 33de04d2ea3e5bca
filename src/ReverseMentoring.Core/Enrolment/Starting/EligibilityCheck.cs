using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>A list as the matching sees it before anybody has answered anything.</summary>
internal static class EligibilityCheck
{
    public static MatchingRequest RequestFor(CohortPlan plan) => new()
    {
        People = [.. plan.People.Select(MatchPeople.From)],
        Policy = plan.Settings.Matching,
        Week = plan.Settings.Start,
        ReportingLine = plan.People.Select(person => (person.Id, person.ManagerId))
            .Concat(plan.Line.Select(manager => (manager.Id, manager.ManagerId)))
            .Where(entry => entry.ManagerId is not null)
            .ToDictionary(entry => entry.Id, entry => entry.ManagerId!.Value),
    };
}
