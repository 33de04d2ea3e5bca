using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Links;

/// <summary>What there is to see of a cohort, and what can be done with it as it stands.</summary>
internal static class CohortLinks
{
    private static readonly string[] Places = ["people", "pairs", "unmatched", "topics", "rules", "mails", "report"];

    public static string LinksTo(CohortId cohort) => "/api/cohorts/" + cohort;

    private static Dictionary<string, ApiLink> OfPlaces(CohortId cohort)
    {
        var links = new Dictionary<string, ApiLink> { ["self"] = new(LinksTo(cohort)) };
        foreach (var place in Places)
        {
            links[place] = new($"{LinksTo(cohort)}/{place}");
        }

        links["report-csv"] = new(LinksTo(cohort) + "/report.csv");
        return links;
    }

    public static Dictionary<string, ApiLink> LinksTo(StandingCohort cohort)
    {
        var links = OfPlaces(cohort.Id);
        if (cohort.Cohort.HasCircles)
        {
            links["circles"] = new(LinksTo(cohort.Id) + "/circles");
        }

        foreach (var kind in cohort.Possible)
        {
            links[ApiNames.ToName(kind)] = OfCommand(LinksTo(cohort.Id), kind, cohort.State.Stage);
        }

        if (cohort.State.Status is CycleStatus.Running or CycleStatus.Paused)
        {
            links["settings"] = new(LinksTo(cohort.Id) + "/settings", "PATCH");
        }

        if (cohort.Cohort.Settings.WorksCouncil && CohortCommand.CanAnnounce(cohort.State))
        {
            links["announce"] = OfCommand(LinksTo(cohort.Id), CommandKind.Announce, cohort.State.Stage);
        }

        if (PeopleService.IsOpen(cohort.State))
        {
            links["update-people"] = new(LinksTo(cohort.Id) + "/people", "PUT");
            links["earlier-pairs"] = new(LinksTo(cohort.Id) + "/earlier-pairs", "PUT");
            links["holidays"] = new(LinksTo(cohort.Id) + "/holidays/{country}", "PUT") { Templated = true };
        }

        if (CurationTime.IsOpen(cohort.State))
        {
            links["curate"] = new(LinksTo(cohort.Id) + "/topics/{topic}", "PUT") { Templated = true };
        }

        return links;
    }

    private static ApiLink OfCommand(string cohort, CommandKind kind, int stage) => kind switch
    {
        CommandKind.Lock => new(cohort + "/locks/{mentor}/{mentee}", "PUT") { Templated = true },
        CommandKind.Forbid => new(cohort + "/forbids/{mentor}/{mentee}", "PUT") { Templated = true },
        CommandKind.Free => new(cohort + "/rules/{mentor}/{mentee}", "DELETE") { Templated = true },
        _ => new($"{cohort}/{ApiNames.ToName(kind)}?stage={stage}", "POST"),
    };
}
