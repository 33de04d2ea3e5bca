using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.People;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>The pages behind the links in mails: <c>/f/{token}</c>, seen by GET, sent by POST.</summary>
public static class FormEndpoints
{
    /// <summary>Far more than any form holds.</summary>
    private const int MostBytes = 64 * 1024;

    public static IEndpointRouteBuilder MapForms(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/f/{token}", ["GET", "HEAD"], (HttpContext context, string token) => Show(context, token)).ExcludeFromDescription();
        routes.MapPost("/f/{token}", (HttpContext context, string token) => Take(context, token)).ExcludeFromDescription();
        routes.MapGet("/f/{token}/my-data.json", MyDataFile.Send).ExcludeFromDescription();
        routes.MapGet("/calendar/{token}.ics", CalendarFeed.Send).ExcludeFromDescription();
        return routes;
    }

    private static Task Show(HttpContext context, string token) => Answer(
        context, token, (form, visit) => form.Show(visit, context.Request.Query.ContainsKey("sent"), context.RequestAborted));

    private static Task Take(HttpContext context, string token) => Answer(context, token, async (form, visit) =>
    {
        var outcome = await form.Take(visit, new(await Posted(context), visit.Voice), context.RequestAborted);
        if (outcome is Outcome.See && visit.ChosenLanguage is { } language && visit.Link.Form is not FormKind.Delegate)
        {
            // Who answers in another language than ours is written to in that language from now on. A delegate answers for another.
            await context.RequestServices.GetRequiredService<ParticipationDesk>().Speak(
                visit.Cohort.Id, visit.Person.Id, language, context.RequestAborted);
        }

        return outcome;
    });

    private static async Task Answer(HttpContext context, string token, Func<IForm, Visit, Task<Outcome>> act)
    {
        FormHeaders.Set(context.Response.Headers);
        var services = context.RequestServices;
        var (visit, closed) = await services.GetRequiredService<LinkGate>().Open(
            token, context.Request.Query["lang"], Browser(context.Request), context.RequestAborted);
        var culture = visit?.Culture ?? closed!.Culture;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        Outcome outcome = visit is null
            ? Outcome.Of<ClosedPage>(closed!, closed!.Status)
            : await services.GetRequiredService<FormTrouble>().Guard(context, visit, () => act(services.GetRequiredService<FormBook>().Of(visit.Link.Form), visit));
        if (outcome is Outcome.See see)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = see.Address;
            return;
        }

        await services.GetRequiredService<PageWriter>().Write(context, (Outcome.Page)outcome);
    }

    /// <summary>What came in; nothing where it is no form.</summary>
    private static async Task<IFormCollection> Posted(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadSentForm(context.RequestAborted) : FormCollection.Empty;
        }
        catch (BadHttpRequestException torn) when (torn.StatusCode is StatusCodes.Status400BadRequest)
        {
            // Torn, or more fields or longer values than any form has: as good as nothing.
            return FormCollection.Empty;
        }
    }

    /// <summary>The first language that the browser asks for and that is written here.</summary>
    internal static string? Browser(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value).FirstOrDefault(tag => Wording.ReaderLanguage.Find(tag) is not null);
}

/// <summary>All forms by what they are for.</summary>
internal sealed class FormBook(IEnumerable<IForm> forms)
{
    private readonly Dictionary<FormKind, IForm> byKind = forms.ToDictionary(form => form.Kind);

    public IForm Of(FormKind kind) => byKind[kind];
}
