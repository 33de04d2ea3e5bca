using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Acts;
using ReverseMentoring.Web.Manage.Cohorts;
using ReverseMentoring.Web.Manage.Curating;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Lists;
using ReverseMentoring.Web.Manage.MailSwitch;
using ReverseMentoring.Web.Manage.Managers;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Manage.Meetings;
using ReverseMentoring.Web.Manage.Outbox;
using ReverseMentoring.Web.Manage.Overview;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Starting;

namespace ReverseMentoring.Web.Manage;

public static class ManageEndpoints
{
    /// <summary>Maps <c>/manage</c> and below; the two posts of signing in and out are mapped with the API.</summary>
    public static IEndpointRouteBuilder MapManagerPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ManagerAccess.SignInPath, (HttpContext context, PageHandler pageHandler) =>
            pageHandler.Open(context, managerContext => Task.FromResult<FormResult>(FormResult.ForPage<SignInPage>(SignInPage.SignIn.Of(managerContext))))).ExcludeFromDescription();
        routes.MapGet(EntraSignIn.DonePath, (HttpContext context, string? to, PageHandler pageHandler) =>
            pageHandler.Open(context, managerContext => Task.FromResult<FormResult>(FormResult.ForPage<SignedInPage>(
                new SignedInPage.SignedIn(managerContext, SignInEndpoints.LocalOr(to, ManagerRoutes.Home)))))).ExcludeFromDescription();
        var pages = routes.MapGroup(ManagerRoutes.Home).RequireAuthorization(ManagerAccess.Policy).Needs(ManagerRole.Manager).ExcludeFromDescription();
        pages.MapGet("", (HttpContext context, PageHandler pageHandler, CohortListPage page) => pageHandler.Open(context, page.Show)).Needs(ManagerRole.Viewer);
        MapAdministration(pages.MapGroup("").Needs(ManagerRole.Administrator));
        var cohort = pages.MapGroup("/cohorts/{cohort}");
        cohort.MapGet("", (HttpContext context, CohortId cohort, PageHandler pageHandler, OverviewPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapPost("/commands", (HttpContext context, CohortId cohort, PageHandler pageHandler, CommandPost post) => pageHandler.Open(context, cohort, post.HandlePost));
        MapPages(cohort);
        MapActs(cohort);
        pages.MapGet("/{**rest}", (HttpContext context, PageHandler pageHandler) => pageHandler.Open(context, managerContext => Task.FromResult<FormResult>(ErrorPages.NotFound(managerContext))))
            .Needs(ManagerRole.Viewer);
        return routes;
    }

    /// <summary>What concerns all cohorts.</summary>
    private static void MapAdministration(RouteGroupBuilder pages)
    {
        pages.MapGet("/new", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Show));
        pages.MapPost("/new/preview", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Preview));
        pages.MapPost("/new/start", (HttpContext context, PageHandler pageHandler, StartPages start) => pageHandler.Open(context, start.Start));
        pages.MapPost("/mail", (HttpContext context, PageHandler pageHandler, MailStopPost post) => pageHandler.Open(context, post.HandlePost));
        pages.MapGet("/managers", (HttpContext context, PageHandler pageHandler, ManagersPage page) => pageHandler.Open(context, page.Show));
        pages.MapPost("/managers/keys", (HttpContext context, PageHandler pageHandler, ManagersPage page) => pageHandler.Open(context, page.Create));
        pages.MapPost("/managers/keys/{key}/rotate", (HttpContext context, string key, PageHandler pageHandler, ManagersPage page) =>
            pageHandler.Open(context, managerContext => page.Rotate(managerContext, key)));
        pages.MapPost("/managers/keys/{key}/revoke", (HttpContext context, string key, PageHandler pageHandler, ManagersPage page) =>
            pageHandler.Open(context, managerContext => page.Revoke(managerContext, key)));
        pages.MapPost("/managers/people/{person}", (HttpContext context, string person, PageHandler pageHandler, ManagersPage page) =>
            pageHandler.Open(context, managerContext => page.Give(managerContext, person)));
        pages.MapPost("/managers/people/{person}/remove", (HttpContext context, string person, PageHandler pageHandler, ManagersPage page) =>
            pageHandler.Open(context, managerContext => page.Remove(managerContext, person)));
    }

    /// <summary>What is done about people and pairs once the cohort runs.</summary>
    private static void MapActs(RouteGroupBuilder cohort)
    {
        cohort.MapPost($"/{ManagerRoutes.Acts}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ActPost post) => pageHandler.Open(context, cohort, post.HandlePost));
        cohort.MapGet($"/{ManagerRoutes.Proposal}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ProposalPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapGet($"/{ManagerRoutes.People}/new", (HttpContext context, CohortId cohort, PageHandler pageHandler, PersonEditPage page) => pageHandler.Open(context, cohort, page.ShowNew));
        cohort.MapPost($"/{ManagerRoutes.People}/new", (HttpContext context, CohortId cohort, PageHandler pageHandler, PersonEditPage page) => pageHandler.Open(context, cohort, page.Add));
        cohort.MapGet($"/{ManagerRoutes.People}/{{person}}/edit", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonEditPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.Show(cohortContext, person)));
        cohort.MapPost($"/{ManagerRoutes.People}/{{person}}/edit", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonEditPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.Edit(cohortContext, person)));
        cohort.MapGet($"/{ManagerRoutes.People}/{{person}}/partner", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, ProposalPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.ShowCandidates(cohortContext, person)));
    }

    private static void MapPages(RouteGroupBuilder cohort)
    {
        cohort.MapGet($"/{ManagerRoutes.People}", (HttpContext context, CohortId cohort, PageHandler pageHandler, PeoplePage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapGet($"/{ManagerRoutes.People}/{{person}}", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.Show(cohortContext, person)));
        cohort.MapPost($"/{ManagerRoutes.People}/{{person}}", (HttpContext context, CohortId cohort, PersonId person, PageHandler pageHandler, PersonPost post) =>
            pageHandler.Open(context, cohort, cohortContext => post.HandlePost(cohortContext, person)));
        cohort.MapGet($"/{ManagerRoutes.Topics}", (HttpContext context, CohortId cohort, PageHandler pageHandler, TopicPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapPost($"/{ManagerRoutes.Topics}", (HttpContext context, CohortId cohort, PageHandler pageHandler, TopicPage page) => pageHandler.Open(context, cohort, page.HandlePost));
        cohort.MapGet($"/{ManagerRoutes.Pairs}", (HttpContext context, CohortId cohort, PageHandler pageHandler, MeetingListPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapGet($"/{ManagerRoutes.Pairs}/{{pair}}", (HttpContext context, CohortId cohort, MeetingId pair, PageHandler pageHandler, MeetingPage page) =>
            pageHandler.Open(context, cohort, cohortContext => page.Show(cohortContext, pair)));
        cohort.MapGet($"/{ManagerRoutes.Unmatched}", (HttpContext context, CohortId cohort, PageHandler pageHandler, UnmatchedPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapGet($"/{ManagerRoutes.Force}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ForcePage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapGet($"/{ManagerRoutes.WhatIf}", (HttpContext context, CohortId cohort, PageHandler pageHandler, WhatIfPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapPost($"/{ManagerRoutes.WhatIf}", (HttpContext context, CohortId cohort, PageHandler pageHandler, WhatIfPage page) => pageHandler.Open(context, cohort, page.Save));
        cohort.MapGet($"/{ManagerRoutes.Circles}", (HttpContext context, CohortId cohort, PageHandler pageHandler, MeetingListPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapGet($"/{ManagerRoutes.Sessions}", (HttpContext context, CohortId cohort, PageHandler pageHandler, SessionListPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapGet($"/{ManagerRoutes.Mails}", (HttpContext context, CohortId cohort, PageHandler pageHandler, FailedMailsPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapPost($"/{ManagerRoutes.Mails}", (HttpContext context, CohortId cohort, PageHandler pageHandler, FailedMailsPage page) => pageHandler.Open(context, cohort, page.SendAgain));
        cohort.MapGet($"/{ManagerRoutes.Report}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ReportPage page) => pageHandler.Open(context, cohort, page.Show))
            .Needs(ManagerRole.Viewer);
        cohort.MapGet($"/{ManagerRoutes.Lists}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ListsPage page) => pageHandler.Open(context, cohort, page.Show));
        cohort.MapPost($"/{ManagerRoutes.Lists}/holidays", (HttpContext context, CohortId cohort, PageHandler pageHandler, ListsPage page) =>
            pageHandler.Open(context, cohort, page.TakeHolidays));
        cohort.MapPost($"/{ManagerRoutes.Lists}/people", (HttpContext context, CohortId cohort, PageHandler pageHandler, ListsPage page) =>
            pageHandler.Open(context, cohort, page.TakePeople));
        cohort.MapPost($"/{ManagerRoutes.Lists}/earlier-pairs", (HttpContext context, CohortId cohort, PageHandler pageHandler, ListsPage page) =>
            pageHandler.Open(context, cohort, page.TakeEarlierPairs));
    }
}
