using System.Security.Claims;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>Who asks, whether a person in a browser or a program.</summary>
/// <param name="Id">Of the key, or <c>entra.</c> and the object id of a person in Entra ID.</param>
/// <param name="Name">Of the key or the person, for lists only.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Cohorts">Where; <see cref="AllCohorts"/> stands for all, those to come too. Administrators need none.</param>
public sealed record ManagerIdentity(string Id, string Name, ManagerRole Role, IReadOnlyList<string> Cohorts)
{
    public const string AllCohorts = "*";

    private const string CohortClaim = "cohort";

    /// <summary>The id of somebody whom Entra ID tells, by their object id.</summary>
    public static string OfEntra(string person) => "entra." + person;

    /// <summary>Whether a cohort is one of theirs.</summary>
    public bool Sees(string cohort) => Role is ManagerRole.Administrator || Cohorts.Contains(AllCohorts) || Cohorts.Contains(cohort);

    /// <param name="needed">The role that is needed at least.</param>
    /// <param name="cohort">The cohort that it is about; null: it is about none.</param>
    public bool May(ManagerRole needed, string? cohort = null) => Role >= needed && (cohort is null || Sees(cohort));

    /// <returns>Null where nobody is known. Who came by two ways at once is taken by the first, and nothing is put together of both.</returns>
    public static ManagerIdentity? Of(ClaimsPrincipal user) =>
        user.Identities.Select(Of).FirstOrDefault(who => who is not null);

    private static ManagerIdentity? Of(ClaimsIdentity user) =>
        user.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } id && Enum.TryParse<ManagerRole>(user.FindFirst(ClaimTypes.Role)?.Value, out var role)
            ? new(id, user.FindFirst(ClaimTypes.Name)?.Value ?? "", role, [.. user.FindAll(CohortClaim).Select(claim => claim.Value)])
            : null;

    internal ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString()),
            .. Cohorts.Select(cohort => new Claim(CohortClaim, cohort)),
        ],
        scheme));
}
