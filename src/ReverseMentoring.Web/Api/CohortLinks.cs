namespace ReverseMentoring.Web.Api;

/// <summary>What there is to see of a cohort.</summary>
internal static class CohortLinks
{
    private static readonly string[] Places = ["people", "pairs", "unmatched", "topics", "rules", "mails", "report"];

    public static string Of(string cohort) => "/api/cohorts/" + cohort;

    public static Dictionary<string, ApiLink> OfPlaces(string cohort)
    {
        var links = new Dictionary<string, ApiLink> { ["self"] = new(Of(cohort)) };
        foreach (var place in Places)
        {
            links[place] = new($"{Of(cohort)}/{place}");
        }

        links["report-csv"] = new(Of(cohort) + "/report.csv");
        return links;
    }
}
