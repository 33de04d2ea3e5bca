using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Keys;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Managers;

/// <summary>Who manages: keys, and managers who come by Entra ID.</summary>
/// <param name="Keys">All that stand, the oldest first.</param>
/// <param name="People">By their names.</param>
/// <param name="Cohorts">To choose from, the newest first.</param>
/// <param name="State">The form for a new key.</param>
[Tells(Told.Aggregate)]
public sealed record ManagersViewModel(
    ManagerContext Context, IReadOnlyList<(string Id, ManagerKey Key)> Keys, IReadOnlyList<(string Id, KnownPerson Person)> People,
    IReadOnlyList<Choice> Cohorts, FormState State)
{
    /// <summary>What was done to these, the newest first.</summary>
    public IReadOnlyList<AccessEvent> Done { get; init; } = [];

    /// <summary>There is more than these; the interface has all.</summary>
    public bool HasEarlier { get; init; }

    /// <summary>A key that was just made: shown this once.</summary>
    public string? Made { get; init; }

    /// <summary>Cohorts by their names; an erased one by its id.</summary>
    public string NamesOf(ManagerRole role, IReadOnlyList<string> cohorts) =>
        role is ManagerRole.Administrator || cohorts.Contains(ManagerIdentity.AllCohorts) ? Context.Say("Managers.All")
        : cohorts.Count == 0 ? Context.Say("Managers.None")
        : string.Join(", ", cohorts.Select(id => Cohorts.FirstOrDefault(choice => choice.Value == id)?.Label ?? id));
}

internal sealed class ManagersPage(IStore store, ManagerKeys keys, EntraPeople people, ManagerSessions sessions, AccessLog log, KeyCheck check)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<ManagersPage>(
        Told.Aggregate,
        routes =>
        {
            routes.MapGet("/managers", (HttpContext context, PageHandler pageHandler, ManagersPage page) => pageHandler.Open(context, page.Show));
            routes.MapPost("/managers/keys", (HttpContext context, PageHandler pageHandler, ManagersPage page) => pageHandler.Open(context, page.Create));
            routes.MapPost("/managers/keys/{key}/rotate", (HttpContext context, string key, PageHandler pageHandler, ManagersPage page) =>
                pageHandler.Open(context, managerContext => page.Rotate(managerContext, key)));
            routes.MapPost("/managers/keys/{key}/revoke", (HttpContext context, string key, PageHandler pageHandler, ManagersPage page) =>
                pageHandler.Open(context, managerContext => page.Revoke(managerContext, key)));
            routes.MapPost("/managers/people/{person}", (HttpContext context, string person, PageHandler pageHandler, ManagersPage page) =>
                pageHandler.Open(context, managerContext => page.Give(managerContext, person)));
            routes.MapPost("/managers/people/{person}/remove", (HttpContext context, string person, PageHandler pageHandler, ManagersPage page) =>
                pageHandler.Open(context, managerContext => page.Remove(managerContext, person)));
        },
        menu: "managers",
        role: ManagerRole.Administrator);

    /// <summary>Of what was done, on the page.</summary>
    internal const int MostShown = 50;

    public async Task<FormResult> Show(ManagerContext context) => FormResult.ForPage<ManagersView>(await LoadModel(context));

    public async Task<FormResult> Create(ManagerContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        if (!Enum.TryParse<ManagerRole>(form["role"], out var role) || !Enum.IsDefined(role))
        {
            return await Wrong(context, form, new("role", context.Say("Managers.NoRole")));
        }

        var (wanted, fault, _) = await check.Read(form["name"], role, form["cohorts"].OfType<string>(), AccessActor.Of(context.Who), context.Cancel);
        if (wanted is null)
        {
            return await Wrong(context, form, fault is KeyFault.Name
                ? new("name", context.Say("Managers.NoName", ("most", context.Number(NewKey.LongestName))))
                : new("cohorts", context.Say(fault is KeyFault.Cohorts ? "Managers.NoCohorts" : "Managers.UnknownCohort")));
        }

        var (key, _) = await keys.Create(wanted, context.Cancel);
        return FormResult.ForPage<ManagersView>(await LoadModel(context) with { Made = key });
    }

    public async Task<FormResult> Rotate(ManagerContext context, string key) =>
        await keys.Rotate(key, AccessActor.Of(context.Who), context.Cancel) is { } made
            ? FormResult.ForPage<ManagersView>(await LoadModel(context) with { Made = made.Key })
            : ErrorPages.NotFound(context);

    public async Task<FormResult> Revoke(ManagerContext context, string key)
    {
        if (key == context.Who!.Id)
        {
            return ErrorPages.Page(context, 409, "OwnKey");
        }

        return await keys.Revoke(key, AccessActor.Of(context.Who), context.Cancel) ? new FormResult.SeeOther($"{ManagerRoutes.Managers}?done=Revoke") : ErrorPages.NotFound(context);
    }

    public async Task<FormResult> Give(ManagerContext context, string person)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        string[] cohorts = [.. form[$"cohorts.{person}"].OfType<string>().Distinct(StringComparer.Ordinal)];
        return await check.FindUnknown(cohorts, context.Cancel) is null && await people.Give(person, cohorts, AccessActor.Of(context.Who), context.Cancel)
            ? new FormResult.SeeOther($"{ManagerRoutes.Managers}?done=Give")
            : ErrorPages.NotFound(context);
    }

    public async Task<FormResult> Remove(ManagerContext context, string person)
    {
        if (!await people.Remove(person, AccessActor.Of(context.Who), context.Cancel))
        {
            return ErrorPages.NotFound(context);
        }

        await sessions.EndOf(person, context.Cancel);
        return new FormResult.SeeOther($"{ManagerRoutes.Managers}?done=ManagerRemoved");
    }

    private async Task<FormResult> Wrong(ManagerContext context, IEnumerable<KeyValuePair<string, StringValues>> form, FieldError error) =>
        FormResult.ForPage<ManagersView>(await LoadModel(context) with { State = FormState.FromValues(form, error) }, 422);

    private async Task<ManagersViewModel> LoadModel(ManagerContext context)
    {
        var cohorts = await store.Query<CohortListing>(Rows.Cohorts, KeyRange.Prefix(""), context.Cancel).ToListAsync(context.Cancel);
        var done = await log.Newest(MostShown + 1, context.Cancel);
        return new(
            context, await keys.List(context.Cancel), await people.List(context.Cancel),
            [
                new(ManagerIdentity.AllCohorts, context.Say("Managers.All")),
                .. cohorts.OrderByDescending(row => row.Value.Start).Select(row => new Choice(row.Key, row.Value.Name)),
            ],
            FormState.Empty)
        {
            Done = [.. done.Take(MostShown)],
            HasEarlier = done.Count > MostShown,
        };
    }
}
