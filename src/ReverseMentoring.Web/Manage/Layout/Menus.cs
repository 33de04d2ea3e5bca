using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>Where one can go from a page.</summary>
internal static class Menus
{
    public const string LanguageParameter = "lang";

    public static IReadOnlyList<Link> MenuFor(ManagerContext context, string place, bool top) => context is CohortContext cohort
        ? [
            new(context.Say("Menu.cohorts"), ManagerRoutes.Home),
            .. Entries(context, ofCohort: true).Select(entry => new Link(NameOf(context, entry), cohort.Address(entry), top && entry == place)),
        ]
        : [
            .. Entries(context, ofCohort: false).Select(entry => entry.Length == 0
                ? Entry(context, "cohorts", ManagerRoutes.Home)
                : Entry(context, entry, $"{ManagerRoutes.Home}/{entry}")),
        ];

    public static IReadOnlyList<Link> Trail(ManagerContext context, string place, bool top, IReadOnlyList<Link> between, string title)
    {
        var trail = new List<Link> { new(context.Say("Menu.cohorts"), ManagerRoutes.Home) };
        if (context is CohortContext cohort && context.May(ManagerRole.Manager) && !(place.Length == 0 && top))
        {
            trail.Add(new(cohort.Cohort.Settings.Name, cohort.Address()));
            if (!top && place.Length > 0)
            {
                trail.Add(new(NameOf(context, place), cohort.Address(place)));
            }

            trail.AddRange(between);
        }

        return context.Request.Path == ManagerRoutes.Home ? [] : [.. trail, new(title, "", true)];
    }

    public static IReadOnlyList<LanguageLink> Languages(ManagerContext context)
    {
        // A page that was posted has no address of its own to go back to.
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            return [];
        }

        return [.. ManagerContext.Languages.Select(code => new LanguageLink(
            code, ReaderLanguage.NameOf(code), Address(context.Request, code), context.Culture.TwoLetterISOLanguageName == code))];
    }

    /// <summary>Those whom nobody knows yet see the way in.</summary>
    private static IEnumerable<string> Entries(ManagerContext context, bool ofCohort) => context.Pages
        .Where(page => page.IsOfCohort == ofCohort && page.Menu is not null && (context is not CohortContext cohort || page.InMenuOf(cohort.Cohort)) && (context.May(page.Role) || (!ofCohort && page.Role is ManagerRole.Viewer)))
        .Select(page => page.Menu!);

    private static Link Entry(ManagerContext context, string name, string address) => new(context.Say($"Menu.{name}"), address, context.Request.Path == address);

    private static string NameOf(ManagerContext context, string place) => context.Say(place.Length == 0 ? "Menu.overview" : $"Menu.{place}");

    private static string Address(HttpRequest request, string language)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key is not (LanguageParameter or "done"))) { { LanguageParameter, language } };
        return request.PathBase + request.Path + query;
    }
}
