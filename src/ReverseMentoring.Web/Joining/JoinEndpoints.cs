using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Joining;

/// <summary>
/// People who come by themselves: <c>/f/{code}/join</c>, which is the same for everybody, and <c>/f/{token}/mine</c>, which a mail brings to
/// each who came.
/// </summary>
public static class JoinEndpoints
{
    public static IEndpointRouteBuilder MapJoining(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/f/{{code}}/{JoinLinks.Join}", (HttpContext context, string code, JoinPages pages) => OfCall(context, code, pages.Show)).ExcludeFromDescription();
        routes.MapPost($"/f/{{code}}/{JoinLinks.Join}", (HttpContext context, string code, JoinPages pages) =>
            OfCall(context, code, async join => await pages.Apply(join, await Posted(context, join), context))).ExcludeFromDescription();
        routes.MapGet($"/f/{{token}}/{JoinLinks.Mine}", (HttpContext context, string token, ApplicantPages pages) => OfApplicant(context, token, pages.Show)).ExcludeFromDescription();
        routes.MapPost($"/f/{{token}}/{JoinLinks.Mine}", (HttpContext context, string token, ApplicantPages pages) =>
            OfApplicant(context, token, async (join, person) => await pages.Answer(join, person, await Posted(context, join), context.RequestAborted))).ExcludeFromDescription();
        return routes;
    }

    private static Task OfCall(HttpContext context, string code, Func<JoinContext, Task<FormResult>> act)
    {
        var signer = context.RequestServices.GetRequiredService<LinkSigner>();
        return Answer(context, signer.ReadCall(code), $"/f/{code}/{JoinLinks.Join}", act);
    }

    private static Task OfApplicant(HttpContext context, string token, Func<JoinContext, PersonId, Task<FormResult>> act)
    {
        var services = context.RequestServices;
        var read = services.GetRequiredService<LinkSigner>().ReadApplicant(token, services.GetRequiredService<TimeProvider>().GetUtcNow());
        return Answer(context, read?.Cohort, $"/f/{token}/{JoinLinks.Mine}", join => act(join, read!.Value.Person));
    }

    private static async Task Answer(HttpContext context, CohortId? cohort, string address, Func<JoinContext, Task<FormResult>> act)
    {
        var services = context.RequestServices;
        FormHeaders.Set(context.Response.Headers);
        var found = cohort is { } id ? await services.GetRequiredService<CohortService>().Find(id, context.RequestAborted) : null;
        var chosen = ReaderLanguage.Find(context.Request.Query["lang"]);
        var culture = chosen ?? ReaderLanguage.Find(FormRequests.Browser(context.Request))
            ?? (found is null ? CultureInfo.GetCultureInfo("en") : ReaderLanguage.LanguageOf(found.Cohort));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        FormResult result = found is null || found.State.Status is CycleStatus.Erased
            ? FormResult.Closed(new(StatusCodes.Status404NotFound, "Broken", culture))
            : await act(new(
                found.Cohort, found.State, new(LinkAuthorizer.Texts, culture, found.Cohort.Zone, found.Cohort.HasCircles ? LinkAuthorizer.InCircles : null), chosen is null ? address : $"{address}?lang={culture.TwoLetterISOLanguageName}",
                OpenCalls.IsOpen(found.Cohort, found.State, services.GetRequiredService<TimeProvider>().GetUtcNow())));

        await services.GetRequiredService<PageWriter>().Write(context, result);
    }

    private static async Task<Fields> Posted(HttpContext context, JoinContext join) => new(await FormRequests.Posted(context), join.Localizer);
}
