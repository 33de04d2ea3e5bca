using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Auditing;

/// <summary>What was done, the newest first, and whether all of it is as it was written.</summary>
[Tells(Told.Aggregate)]
public sealed record AuditModel(ManagerContext Context, IReadOnlyList<AuditEntry> Entries, AuditFinding Finding)
{
    /// <summary>What keys and managers are called now, by what the log knows them by; it keeps no names.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Cohorts that meet in circles, of which acts are told in words for these.</summary>
    public IReadOnlySet<CohortId> InCircles { get; init; } = new HashSet<CohortId>();
}

internal sealed class AuditPage(AuditLog audit, ManagerKeys keys, EntraPeople people, CohortService cohorts)
{
    private const int Shown = 100;

    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<AuditPage>(
        Told.Aggregate,
        routes => routes.MapGet("/audit", (HttpContext context, PageHandler pageHandler, AuditPage page) => pageHandler.Open(context, page.Show)),
        menu: "audit", role: ManagerRole.Administrator);

    public async Task<FormResult> Show(ManagerContext context)
    {
        var entries = await audit.Newest(Shown, cancel: context.Cancel);
        var inCircles = new HashSet<CohortId>();
        foreach (var cohort in entries.Select(entry => entry.Cohort).OfType<CohortId>().Distinct())
        {
            if (await cohorts.Find(cohort, context.Cancel) is { Cohort.HasCircles: true })
            {
                inCircles.Add(cohort);
            }
        }

        return FormResult.ForPage<AuditView>(new AuditModel(context, entries, await audit.Verify(context.Cancel))
        {
            InCircles = inCircles,
            Names = (await keys.List(context.Cancel)).Select(key => (Id: key.Id, key.Key.Name)).Concat((await people.List(context.Cancel)).Select(person => (Id: ManagerIdentity.OfEntra(person.Id), person.Person.Name)))
                .DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Name),
        });
    }
}
