using ReverseMentoring.Core.Cohorts.Managing;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Topics;

namespace ReverseMentoring.Web.Api;

/// <summary>What there is to see of a cohort, and what can be done with it as it stands.</summary>
internal static class CohortLinks
{
    private static readonly string[] Places = ["people", "pairs", "unmatched", "topics", "rules", "mails", "report"];

    public static string Of(string cohort) => "/api/cohorts/" + cohort;

    private static Dictionary<string, ApiLink> OfPlaces(string cohort)
    {
        var links = new Dictionary<string, ApiLink> { ["self"] = new(Of(cohort)) };
        foreach (var place in Places)
        {
            links[place] = new($"{Of(cohort)}/{place}");
        }

        links["report-csv"] = new(Of(cohort) + "/report.csv");
        return links;
    }

    public static Dictionary<string, ApiLink> Of(StandingCohort cohort)
    {
        var links = OfPlaces(cohort.Id);
        if (cohort.Cohort.HasCircles)
        {
            links["circles"] = new(Of(cohort.Id) + "/circles");
        }

        foreach (var kind in cohort.Possible)
        {
            links[Words.Of(kind)] = OfCommand(Of(cohort.Id), kind, cohort.State.Stage);
        }

        if (PeopleDesk.IsOpen(cohort.State))
        {
            links["update-people"] = new(Of(cohort.Id) + "/people", "PUT");
            links["earlier-pairs"] = new(Of(cohort.Id) + "/earlier-pairs", "PUT");
            links["holidays"] = new(Of(cohort.Id) + "/holidays/{country}", "PUT") { Templated = true };
        }

        if (CurationDesk.IsOpen(cohort.State))
        {
            links["curate"] = new(Of(cohort.Id) + "/topics/{topic}", "PUT") { Templated = true };
        }

        return links;
    }

    private static ApiLink OfCommand(string cohort, CommandKind kind, int stage) => kind switch
    {
        CommandKind.Lock => new(cohort + "/locks/{mentor}/{mentee}", "PUT") { Templated = true },
        CommandKind.Forbid => new(cohort + "/forbids/{mentor}/{mentee}", "PUT") { Templated = true },
        CommandKind.Free => new(cohort + "/rules/{mentor}/{mentee}", "DELETE") { Templated = true },
        _ => new($"{cohort}/{Words.Of(kind)}?stage={stage}", "POST"),
    };
}
