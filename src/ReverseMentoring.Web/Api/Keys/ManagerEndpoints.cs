using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Keys;

/// <summary>Which cohorts are whose, of those who sign in by Entra ID. Who may do what, the directory says by its app roles.</summary>
internal static class ManagerEndpoints
{
    public static void MapManagers(this RouteGroupBuilder managers)
    {
        managers.Needs(ManagerRole.Administrator);
        managers.MapGet("", List).Tells(Told.Aggregate).WithName("listManagers").WithTags("Keys")
            .WithSummary("Managers who have come by Entra ID, and their cohorts").Produces<ManagerList>();
        managers.MapPut("/{manager}/cohorts", Put).WithName("putManagerCohorts").WithTags("Keys")
            .WithSummary("Give cohorts to a manager, in place of those that were theirs")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        managers.MapDelete("/{manager}", Remove).WithName("removeManager").WithTags("Keys")
            .WithSummary("Forget a manager who has left, and sign them out everywhere")
            .WithDescription("Whoever still has the role in the directory may come again, and has no cohorts then.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> List(EntraPeople people, CancellationToken cancel) => TypedResults.Ok(new ManagerList(
        [.. (await people.List(cancel)).Select(known => new ManagerView(known.Id, known.Person.Name, known.Person.Cohorts, known.Person.LastSeen))]));

    private static async Task<IResult> Put(
        string manager, CohortsRequest request, ClaimsPrincipal user, KeyCheck check, EntraPeople people, CancellationToken cancel)
    {
        if (request.Cohorts is not { } named)
        {
            return Problem.Create(StatusCodes.Status422UnprocessableEntity, "Nothing was changed", "'cohorts' is missing: name them, or send [] for none.");
        }

        var cohorts = named.Select(name => name ?? "").Distinct(StringComparer.Ordinal).ToArray();
        return await check.FindUnknown(cohorts, cancel) is { } unknown
            ? Problem.Create(
                StatusCodes.Status422UnprocessableEntity, "Nothing was changed",
                $"'cohorts': there is no cohort '{unknown}', or there are more than {NewKey.MostCohorts}.")
            : await people.Give(manager, cohorts, AccessActor.Of(user), cancel) ? TypedResults.NoContent()
            : Missing(manager);
    }

    private static async Task<IResult> Remove(string manager, ClaimsPrincipal user, EntraPeople people, ManagerSessions sessions, CancellationToken cancel)
    {
        if (!await people.Remove(manager, AccessActor.Of(user), cancel))
        {
            return Missing(manager);
        }

        await sessions.EndOf(manager, cancel);
        return TypedResults.NoContent();
    }

    private static IResult Missing(string manager) => Problem.NotFound($"No manager '{manager}' has come by Entra ID yet.");
}
