using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>What whoever opens the bare address sees: where participants and where managers go. A host that has more to show has its own.</summary>
public static class FrontPage
{
    public const string Path = "/";

    public static IEndpointRouteBuilder MapFrontPage(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path, ["GET", "HEAD"], Show).ExcludeFromDescription();
        return routes;
    }

    private static IResult Show(HttpContext context)
    {
        FormHeaders.Set(context.Response.Headers);
        var culture = ReaderLanguage.Find(context.Request.Query["lang"]) ?? ReaderLanguage.Find(FormRequests.Browser(context.Request)) ?? CultureInfo.GetCultureInfo("en");
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return PageResult.ForComponent<FrontPageView>(("Culture", culture));
    }
}
