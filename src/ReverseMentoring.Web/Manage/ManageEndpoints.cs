using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Cohorts;
using ReverseMentoring.Web.Manage.Curating;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Lists;
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
        routes.MapGet(ManagerAccess.SignInPath, (HttpContext context, Gate gate) =>
            gate.Open(context, desk => Task.FromResult<Outcome>(Outcome.Of<SignInPage>(SignInPage.SignIn.Of(desk))))).ExcludeFromDescription();
        var pages = routes.MapGroup(Places.Home).RequireAuthorization(ManagerAccess.Policy).ExcludeFromDescription();
        pages.MapGet("", (HttpContext context, Gate gate, CohortListPage page) => gate.Open(context, page.Show));
        pages.MapGet("/new", (HttpContext context, Gate gate, StartPages start) => gate.Open(context, start.Show));
        pages.MapPost("/new/preview", (HttpContext context, Gate gate, StartPages start) => gate.Open(context, start.Preview));
        pages.MapPost("/new/start", (HttpContext context, Gate gate, StartPages start) => gate.Open(context, start.Start));
        var cohort = pages.MapGroup("/cohorts/{cohort}");
        cohort.MapGet("", (HttpContext context, string cohort, Gate gate, SightPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapPost("/commands", (HttpContext context, string cohort, Gate gate, CommandPost post) => gate.Open(context, cohort, post.Take));
        MapPages(cohort);
        pages.MapGet("/{**rest}", (HttpContext context, Gate gate) => gate.Open(context, desk => Task.FromResult<Outcome>(Trouble.NotFound(desk))));
        return routes;
    }

    private static void MapPages(RouteGroupBuilder cohort)
    {
        cohort.MapGet($"/{Places.People}", (HttpContext context, string cohort, Gate gate, PeoplePage page) => gate.Open(context, cohort, page.Show));
        cohort.MapGet($"/{Places.People}/{{person}}", (HttpContext context, string cohort, string person, Gate gate, PersonPage page) =>
            gate.Open(context, cohort, desk => page.Show(desk, person)));
        cohort.MapPost($"/{Places.People}/{{person}}", (HttpContext context, string cohort, string person, Gate gate, PersonPost post) =>
            gate.Open(context, cohort, desk => post.Take(desk, person)));
        cohort.MapGet($"/{Places.Topics}", (HttpContext context, string cohort, Gate gate, TopicPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapPost($"/{Places.Topics}", (HttpContext context, string cohort, Gate gate, TopicPage page) => gate.Open(context, cohort, page.Take));
        cohort.MapGet($"/{Places.Pairs}", (HttpContext context, string cohort, Gate gate, MeetingListPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapGet($"/{Places.Pairs}/{{pair}}", (HttpContext context, string cohort, string pair, Gate gate, MeetingPage page) =>
            gate.Open(context, cohort, desk => page.Show(desk, pair)));
        cohort.MapGet($"/{Places.Unmatched}", (HttpContext context, string cohort, Gate gate, UnmatchedPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapGet($"/{Places.Force}", (HttpContext context, string cohort, Gate gate, ForcePage page) => gate.Open(context, cohort, page.Show));
        cohort.MapGet($"/{Places.WhatIf}", (HttpContext context, string cohort, Gate gate, WhatIfPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapPost($"/{Places.WhatIf}", (HttpContext context, string cohort, Gate gate, WhatIfPage page) => gate.Open(context, cohort, page.Save));
        cohort.MapGet($"/{Places.Circles}", (HttpContext context, string cohort, Gate gate, MeetingListPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapGet($"/{Places.Sessions}", (HttpContext context, string cohort, Gate gate, SessionListPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapGet($"/{Places.Mails}", (HttpContext context, string cohort, Gate gate, MailListPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapPost($"/{Places.Mails}", (HttpContext context, string cohort, Gate gate, PersonPost post) => gate.Open(context, cohort, post.SendAgain));
        cohort.MapGet($"/{Places.Report}", (HttpContext context, string cohort, Gate gate, ReportPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapGet($"/{Places.Lists}", (HttpContext context, string cohort, Gate gate, ListsPage page) => gate.Open(context, cohort, page.Show));
        cohort.MapPost($"/{Places.Lists}/holidays", (HttpContext context, string cohort, Gate gate, ListsPage page) =>
            gate.Open(context, cohort, page.TakeHolidays));
        cohort.MapPost($"/{Places.Lists}/people", (HttpContext context, string cohort, Gate gate, ListsPage page) =>
            gate.Open(context, cohort, page.TakePeople));
        cohort.MapPost($"/{Places.Lists}/earlier-pairs", (HttpContext context, string cohort, Gate gate, ListsPage page) =>
            gate.Open(context, cohort, page.TakeEarlierPairs));
    }
}
