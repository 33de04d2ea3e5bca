using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Ear;

/// <summary>
/// The page on which somebody writes to the cohort's neutral contact: <c>/f/{token}/talk</c>, behind any link of their own. What they
/// write is handed to the mail service within the request and kept nowhere.
/// </summary>
public static class EarEndpoints
{
    internal const int Longest = 4000;

    internal const string Named = "named";

    internal const string Unnamed = "unnamed";

    public static IEndpointRouteBuilder MapEar(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/f/{{token}}/{EarLinks.Place}", (HttpContext context, string token) =>
            Answer(context, token, view => Task.FromResult(view))).ExcludeFromDescription();
        routes.MapPost($"/f/{{token}}/{EarLinks.Place}", (HttpContext context, string token) =>
            Answer(context, token, view => Send(context, view))).ExcludeFromDescription();
        return routes;
    }

    private static async Task Answer(HttpContext context, string token, Func<EarView, Task<EarView>> act)
    {
        var services = context.RequestServices;
        var (link, closed) = await FormRequests.Open(context, token);
        var known = link ?? closed?.Context;
        var culture = known?.Culture ?? closed?.Culture ?? CultureInfo.GetCultureInfo("en");
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);

        // Who has left, or whose cohort was cancelled, may have most to tell.
        FormResult result = known is null
            ? FormResult.Closed(closed!)
            : known.Link.Form is FormKind.Delegate
                ? FormRequests.NotForDelegates(known)
                : await services.GetRequiredService<FormErrorHandler>().Guard(context, known, async () =>
                {
                    var view = await act(new(known, known.Contacts.Trusted, DesignSystem.Fields.FormState.Empty));
                    return FormResult.ForPage<EarPage>(view, StatusOf(view));
                });
        await services.GetRequiredService<PageWriter>().Write(context, (FormResult.Page)result);
    }

    private static async Task<EarView> Send(HttpContext context, EarView view)
    {
        var fields = new Fields(await FormRequests.Posted(context), view.Context.Localizer);
        var message = fields.Text("message", Longest);
        if (message is null)
        {
            fields.Wrong("message", "Ear.MessageEmpty");
        }

        var named = fields.Choice("name", "Ear.NameEmpty", Named, Unnamed) == Named;
        if (fields.HasErrors)
        {
            return view with { State = fields.State };
        }

        var outcome = await context.RequestServices.GetRequiredService<EarMail>().HandOver(view.Context, view.Contact, message!, named, context.RequestAborted);
        return view with { State = outcome is EarOutcome.Arrived ? DesignSystem.Fields.FormState.Empty : fields.State, Outcome = outcome, IsNamed = named };
    }

    private static int StatusOf(EarView view) => view.Outcome switch
    {
        EarOutcome.Failed => StatusCodes.Status503ServiceUnavailable,
        EarOutcome.Stopped => StatusCodes.Status409Conflict,
        EarOutcome.TooMany => StatusCodes.Status429TooManyRequests,
        _ => view.State.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
    };
}
