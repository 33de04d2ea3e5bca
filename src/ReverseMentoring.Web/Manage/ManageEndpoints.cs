using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Cohorts;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Overview;

namespace ReverseMentoring.Web.Manage;

public static class ManageEndpoints
{
    /// <summary>Maps <c>/manage</c> and below; the two posts of signing in and out are mapped with the API.</summary>
    public static IEndpointRouteBuilder MapManagerPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ManagerAccess.SignInPath, (HttpContext context, Gate gate) =>
            gate.Open(context, desk => Task.FromResult<Outcome>(Outcome.Of<SignInPage>(SignInPage.SignIn.Of(desk))))).ExcludeFromDescription();
        var pages = routes.MapGroup(Places.Home).RequireAuthorization(ManagerAccess.Policy).ExcludeFromDescription();
        pages.MapGet("", (HttpContext context, Gate gate, CohortListPage page) => gate.Open(context, page.Show));
        var cohort = pages.MapGroup("/cohorts/{cohort}");
        cohort.MapGet("", (HttpContext context, string cohort, Gate gate, SightPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapPost("/commands", (HttpContext context, string cohort, Gate gate, CommandPost post) => gate.Open(context, cohort, post.Take));
        pages.MapGet("/{**rest}", (HttpContext context, Gate gate) => gate.Open(context, desk => Task.FromResult<Outcome>(Trouble.NotFound(desk))));
        return routes;
    }
}
