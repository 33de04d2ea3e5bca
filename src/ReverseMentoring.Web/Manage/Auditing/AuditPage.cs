using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Auditing;

/// <summary>What was done, the newest first, and whether all of it is as it was written.</summary>
[Tells(Told.Aggregate)]
public sealed record AuditModel(ManagerContext Context, IReadOnlyList<AuditEntry> Entries, AuditFinding Finding);

internal sealed class AuditPage(AuditLog audit)
{
    private const int Shown = 100;

    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<AuditPage>(
        Told.Aggregate,
        routes => routes.MapGet("/audit", (HttpContext context, PageHandler pageHandler, AuditPage page) => pageHandler.Open(context, page.Show)),
        menu: "audit", role: ManagerRole.Administrator);

    public async Task<FormResult> Show(ManagerContext context) =>
        FormResult.ForPage<AuditView>(new AuditModel(context, await audit.Newest(Shown, cancel: context.Cancel), await audit.Verify(context.Cancel)));
}
