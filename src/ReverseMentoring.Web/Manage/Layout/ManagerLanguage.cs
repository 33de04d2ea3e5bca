using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>In which language to show a page to a manager: chosen by a link and kept in a cookie, else the browser's.</summary>
internal static class ManagerLanguage
{
    private const string Cookie = "manager-language";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static CultureInfo LanguageOf(HttpContext context)
    {
        if (Find(context.Request.Query[Menus.LanguageParameter]) is { } chosen)
        {
            context.Response.Cookies.Append(Cookie, chosen.Name, new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = ManagerRoutes.Home,
                MaxAge = Kept,
                IsEssential = true,
            });
            return chosen;
        }

        return Find(context.Request.Cookies[Cookie])
            ?? context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
                .Select(language => Find(language.Value.Value)).FirstOrDefault(culture => culture is not null)
            ?? CultureInfo.GetCultureInfo(ManagerContext.Languages[0]);
    }

    private static CultureInfo? Find(string? tag) =>
        Web.Localization.ReaderLanguage.Find(tag) is { } culture && ManagerContext.Languages.Contains(culture.TwoLetterISOLanguageName) ? culture : null;
}
