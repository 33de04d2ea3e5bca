using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Api.Auditing;

/// <summary>The newest entries.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Head">Where the log ends: note it, and compare it later.</param>
[Tells(Told.Aggregate)]
public sealed record AuditList(IReadOnlyList<AuditEntry> Items, AuditHead Head);

/// <summary>What managers and the product did.</summary>
internal static class AuditEndpoints
{
    private const int Most = 500;

    public static void MapAudit(this RouteGroupBuilder audit)
    {
        audit.Needs(ManagerRole.Administrator);
        audit.MapGet("", List).Tells(Told.Aggregate).WithName("listAudit").WithTags("Audit")
            .WithSummary("What managers and the product did, the newest first, at most so many (limit), before a number (before)")
            .WithDescription("Nobody's name, address or words are in it. Whom an entry is about is a commitment, which tells who it was only as long as their data is kept.")
            .Produces<AuditList>();
        audit.MapGet("/verify", Verify).Tells(Told.Aggregate).WithName("verifyAudit").WithTags("Audit")
            .WithSummary("Whether the log is as it was written: 'broken' is the first entry that is not").Produces<AuditFinding>();
    }

    private static async Task<IResult> List(int? limit, long? before, AuditLog audit, CancellationToken cancel) =>
        TypedResults.Ok(new AuditList(await audit.Newest(Math.Clamp(limit ?? 100, 1, Most), before, cancel), await audit.Head(cancel)));

    private static async Task<IResult> Verify(AuditLog audit, CancellationToken cancel) => TypedResults.Ok(await audit.Verify(cancel));
}
