using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Manage.Frame;

/// <summary>Where one can go from a page.</summary>
internal static class Menus
{
    public const string LanguageParameter = "lang";

    private static readonly string[] OfCohort =
        ["", Places.People, Places.Topics, Places.Pairs, Places.Sessions, Places.Mails, Places.Report, Places.Lists];

    public static IReadOnlyList<Link> Of(Desk desk, string place, bool top) => desk is DeskAtCohort cohort
        ? [
            new(desk.Say("Menu.cohorts"), Places.Home),
            .. OfCohort.Select(entry => new Link(NameOf(desk, entry), cohort.Address(entry), top && entry == place)),
        ]
        : [
            new(desk.Say("Menu.cohorts"), Places.Home, desk.Request.Path == Places.Home),
            new(desk.Say("Menu.new"), Places.New, desk.Request.Path == Places.New),
        ];

    public static IReadOnlyList<Link> Trail(Desk desk, string place, bool top, IReadOnlyList<Link> between, string title)
    {
        var trail = new List<Link> { new(desk.Say("Menu.cohorts"), Places.Home) };
        if (desk is DeskAtCohort cohort && !(place.Length == 0 && top))
        {
            trail.Add(new(cohort.Cohort.Settings.Name, cohort.Address()));
            if (!top && place.Length > 0)
            {
                trail.Add(new(NameOf(desk, place), cohort.Address(place)));
            }

            trail.AddRange(between);
        }

        return desk.Request.Path == Places.Home ? [] : [.. trail, new(title, "", true)];
    }

    public static IReadOnlyList<LanguageLink> Languages(Desk desk)
    {
        // A page that was posted has no address of its own to go back to.
        if (!HttpMethods.IsGet(desk.Request.Method))
        {
            return [];
        }

        return [.. Desk.Languages.Select(code => new LanguageLink(
            code, ReaderLanguage.NameOf(code), Address(desk.Request, code), desk.Culture.TwoLetterISOLanguageName == code))];
    }

    private static string NameOf(Desk desk, string place) => desk.Say(place.Length == 0 ? "Menu.overview" : $"Menu.{place}");

    private static string Address(HttpRequest request, string language)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key is not (LanguageParameter or "done"))) { { LanguageParameter, language } };
        return request.PathBase + request.Path + query;
    }
}
