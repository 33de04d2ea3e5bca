using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Keys;

/// <summary>Which cohorts are whose, of those who sign in by Entra ID. Who may do what, the directory says by its app roles.</summary>
internal static class ManagerEndpoints
{
    public static void MapManagers(this RouteGroupBuilder managers)
    {
        managers.Needs(ManagerRole.Administrator);
        managers.MapGet("", List).WithName("listManagers").WithTags("Keys")
            .WithSummary("Managers who have come by Entra ID, and their cohorts").Produces<ManagerList>();
        managers.MapPut("/{manager}/cohorts", Put).WithName("putManagerCohorts").WithTags("Keys")
            .WithSummary("Give cohorts to a manager, in place of those that were theirs")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> List(EntraPeople people, CancellationToken cancel) => TypedResults.Ok(new ManagerList(
        [.. (await people.List(cancel)).Select(known => new ManagerView(known.Id, known.Person.Name, known.Person.Cohorts, known.Person.LastSeen))]));

    private static async Task<IResult> Put(string manager, CohortsRequest request, KeyCheck check, EntraPeople people, CancellationToken cancel)
    {
        var cohorts = request.Cohorts.Distinct(StringComparer.Ordinal).ToArray();
        return await check.FindUnknown(cohorts, cancel) is { } unknown
            ? Problem.Create(
                StatusCodes.Status422UnprocessableEntity, "Nothing was changed",
                $"'cohorts': there is no cohort '{unknown}', or there are more than {NewKey.MostCohorts}.")
            : await people.Give(manager, cohorts, cancel) ? TypedResults.NoContent()
            : Problem.NotFound($"No manager '{manager}' has come by Entra ID yet.");
    }
}
