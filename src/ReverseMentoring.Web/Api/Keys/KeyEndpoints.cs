using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Keys;

/// <summary>The keys of managers and their programs.</summary>
internal static class KeyEndpoints
{
    private const string Nothing = "Nothing was changed";

    public static void MapKeys(this RouteGroupBuilder keys)
    {
        keys.Needs(ManagerRole.Administrator);
        keys.MapGet("", List).Tells(Told.Aggregate).WithName("listKeys").WithTags("Keys").WithSummary("All keys that stand, without the keys themselves").Produces<KeyList>();
        keys.MapPost("", Create).WithName("createKey").WithTags("Keys").WithSummary("Make a key")
            .WithDescription("The key is in the answer and nowhere else: only its hash is kept.")
            .Produces<MadeKey>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        keys.MapPost("/{key}/rotate", Rotate).WithName("rotateKey").WithTags("Keys").WithSummary("A new key in place of another, which ends at once")
            .WithDescription("Name, role and cohorts stay. Who needs both for a while makes a second key first, and revokes the old one later.")
            .Produces<MadeKey>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound);
        keys.MapDelete("/{key}", Revoke).WithName("revokeKey").WithTags("Keys").WithSummary("End a key, and whoever signed in by it")
            .WithDescription("Not the one that asks: so there is always another way in.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(ManagerKeys keys, CancellationToken cancel) =>
        TypedResults.Ok(new KeyList([.. (await keys.List(cancel)).Select(key => KeyView.From(key.Id, key.Key))]));

    private static async Task<IResult> Create(KeyRequest request, ClaimsPrincipal user, KeyCheck check, ManagerKeys keys, CancellationToken cancel)
    {
        var (wanted, fault, about) = await check.Read(request.Name, request.Role, request.Cohorts ?? [], AccessActor.Of(user), cancel);
        return wanted is null ? Problem.Create(StatusCodes.Status422UnprocessableEntity, Nothing, TextOf(fault, about)) : Made(await keys.Create(wanted, cancel));
    }

    private static async Task<IResult> Rotate(string key, ClaimsPrincipal user, ManagerKeys keys, CancellationToken cancel) =>
        await keys.Rotate(key, AccessActor.Of(user), cancel) is { } made ? Made(made) : Missing(key);

    private static async Task<IResult> Revoke(string key, ClaimsPrincipal user, ManagerKeys keys, CancellationToken cancel) =>
        key == ManagerIdentity.Of(user)!.Id
            ? Problem.Create(StatusCodes.Status409Conflict, Nothing, "This is the key that asks. Come with another to end it.")
            : await keys.Revoke(key, AccessActor.Of(user), cancel) ? TypedResults.NoContent() : Missing(key);

    private static IResult Made((string Key, string Id) made) =>
        TypedResults.Created($"/api/keys/{made.Id}", new MadeKey(made.Id, made.Key, KeyView.LinksTo(made.Id)));

    private static IResult Missing(string key) => Problem.NotFound($"There is no key '{key}'.");

    private static string TextOf(KeyFault fault, string about) => fault switch
    {
        KeyFault.Name => $"'name' must have 1 to {NewKey.LongestName} characters that can be shown.",
        KeyFault.Cohorts => "'cohorts' must name at least one cohort, or '*' for all, where 'role' is manager or viewer, and none where it is administrator.",
        _ => $"'cohorts': there is no cohort '{about}', or there are more than {NewKey.MostCohorts}.",
    };
}
