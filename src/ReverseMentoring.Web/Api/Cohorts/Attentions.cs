using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>What needs the manager, as programs read it.</summary>
internal static class Attentions
{
    public static Attention Of(StandingCohort cohort, Need need) =>
        new(need.Reason.Slug, need.Reason.Problem, need.Reason.ToDo, need.Count, need.Meetings, need.People, LinkOf(cohort, need));

    private static ApiLink LinkOf(StandingCohort cohort, Need need)
    {
        var (here, meetings) = (CohortLinks.LinksTo(cohort.Id), cohort.Cohort.HasCircles ? "circles" : "pairs");
        return need.Reason.Place switch
        {
            NeedPlace.Cohort when cohort.Possible.Contains(CommandKind.Resume) => new(here + "/resume", "POST"),
            NeedPlace.Cohort => new(here),
            NeedPlace.Settings => new(here + "/settings", "PATCH"),
            NeedPlace.Topics => new(here + "/topics"),
            NeedPlace.Review => new($"{here}/{meetings}"),
            NeedPlace.Meetings => new(need.Meetings is [var only] ? $"{here}/{meetings}/{only}" : $"{here}/{meetings}"),
            NeedPlace.People => new(need.People is [var only] ? $"{here}/people/{only}" : here + "/people"),
            NeedPlace.Applications => new($"/manage/cohorts/{cohort.Id}/applications"),
            NeedPlace.Waiting => new(here + "/unmatched"),
            NeedPlace.Mails => new(here + "/mails"),
        };
    }
}
