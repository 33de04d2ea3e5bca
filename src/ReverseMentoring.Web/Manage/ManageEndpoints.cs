using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage;

public static class ManageEndpoints
{
    /// <summary>Maps <c>/manage</c> and below; the two posts of signing in and out are mapped with the API.</summary>
    public static IEndpointRouteBuilder MapManagerPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInPaths.SignIn, (HttpContext context, PageHandler pageHandler) =>
            pageHandler.Open(context, managerContext => Task.FromResult<FormResult>(FormResult.ForPage<SignInPage>(SignInPage.SignIn.Of(managerContext))))).ExcludeFromDescription();
        routes.MapGet(SignInPaths.Done, (HttpContext context, string? to, PageHandler pageHandler) =>
            pageHandler.Open(context, managerContext => Task.FromResult<FormResult>(FormResult.ForPage<SignedInPage>(
                new SignedInPage.SignedIn(managerContext, SignInPaths.LocalOr(to, ManagerRoutes.Home)))))).ExcludeFromDescription();
        var pages = routes.MapGroup(ManagerRoutes.Home).RequireAuthorization(ManagerAccess.Policy).Needs(ManagerRole.Manager).ExcludeFromDescription().Audits();
        foreach (var page in ManagerPages.All)
        {
            page.Map(pages.MapGroup(page.IsOfCohort ? "/cohorts/{cohort}" : "").Needs(page.Role).Tells(page.Told));
        }

        pages.MapGet("/{**rest}", (HttpContext context, PageHandler pageHandler) => pageHandler.Open(context, managerContext => Task.FromResult<FormResult>(ErrorPages.NotFound(managerContext))))
            .Needs(ManagerRole.Viewer).Tells(Told.Aggregate);
        return routes;
    }
}
