using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Paging;

namespace ReverseMentoring.Web.Api.Keys;

/// <summary>What was done about who may manage.</summary>
internal static class AccessLogEndpoints
{
    public static void MapAccessLog(this RouteGroupBuilder log)
    {
        log.Needs(ManagerRole.Administrator);
        log.MapGet("", List).Tells(Told.Aggregate).WithName("listAccessLog").WithTags("Keys")
            .WithSummary("Who made, rotated, gave, revoked or removed what, and when, the newest first")
            .WithDescription("Kept for good. 'by' is left out where the host did it, at the word of whoever runs it, or the manager came by themselves.")
            .Produces<Page<AccessEvent>>();
    }

    private static async Task<IResult> List([AsParameters] PageQuery query, IStore store, HttpRequest request, CancellationToken cancel)
    {
        var (done, next) = await query.ReadPage<AccessEvent>(store, AccessLog.Partition, AccessLog.Prefix, _ => true, cancel);
        return TypedResults.Ok(query.Page(done, request, next));
    }
}
