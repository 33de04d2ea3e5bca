using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>A manager's page, or what pages post, declared beside its handler: services, endpoints and menus read it.</summary>
/// <param name="Handler">One for all requests; services find it by its type.</param>
/// <param name="IsOfCohort">Whether its addresses are those of a cohort, or stand beside them.</param>
/// <param name="Told">Of whom it tells.</param>
/// <param name="Role">Whom it is for.</param>
/// <param name="Map">Maps its addresses in the group that they stand in.</param>
/// <param name="Menu">Its address in that group, where the menu leads to it; its name there is <c>Menu.…</c> in the texts.</param>
internal sealed record PageDeclaration(Type Handler, bool IsOfCohort, Told Told, ManagerRole Role, Action<RouteGroupBuilder> Map, string? Menu)
{
    /// <summary>Of which cohorts the menu leads to it.</summary>
    public Func<Cohort, bool> InMenuOf { get; init; } = static _ => true;

    public static PageDeclaration OfCohort<THandler>(Told told, Action<RouteGroupBuilder> map, string? menu = null, ManagerRole role = ManagerRole.Manager) =>
        new(typeof(THandler), true, told, role, map, menu);

    public static PageDeclaration OfAll<THandler>(Told told, Action<RouteGroupBuilder> map, string? menu = null, ManagerRole role = ManagerRole.Manager) =>
        new(typeof(THandler), false, told, role, map, menu);
}
