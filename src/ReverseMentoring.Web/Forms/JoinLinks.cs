using System.Globalization;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Forms;

/// <summary>Addresses for people who come by themselves: one for everybody, as on a poster, and one for each who came.</summary>
internal static class JoinLinks
{
    /// <summary>Below the signed text of a cohort.</summary>
    public const string Join = "join";

    /// <summary>Below the signed text of somebody who came.</summary>
    public const string Mine = "mine";

    private const string OfCohort = "open-call";

    private const string OfApplicant = "applicant";

    private const char Between = '~';

    public static string ToCall(this LinkSigner signer, CohortId cohort) => $"{signer.Sign(OfCohort, cohort.Value)}/{Join}";

    /// <param name="signer">Whose key.</param>
    /// <param name="cohort">Where they came.</param>
    /// <param name="person">Who.</param>
    /// <param name="until">Until when it opens.</param>
    public static string ToApplicant(this LinkSigner signer, CohortId cohort, PersonId person, DateTimeOffset until) =>
        $"{signer.Sign(OfApplicant, string.Join(Between, cohort, person, until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)))}/{Mine}";

    public static CohortId? ReadCall(this LinkSigner signer, string token) =>
        signer.Verify(OfCohort, token) is { } cohort && CohortIds.IsOne(cohort) ? new CohortId(cohort) : null;

    /// <returns>Null where it is not ours, or too old.</returns>
    public static (CohortId Cohort, PersonId Person)? ReadApplicant(this LinkSigner signer, string token, DateTimeOffset now) =>
        signer.Verify(OfApplicant, token)?.Split(Between) is [var cohort, var person, var until]
        && long.Parse(until, CultureInfo.InvariantCulture) > now.ToUnixTimeSeconds()
            ? (new(cohort), new(person))
            : null;
}
