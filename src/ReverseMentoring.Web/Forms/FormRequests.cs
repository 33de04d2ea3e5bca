using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Web.Forms;

/// <summary>What comes in by a link: whose it is, and what was posted.</summary>
internal static class FormRequests
{
    /// <summary>Far more than any form holds.</summary>
    private const int MostBytes = 64 * 1024;

    /// <summary>Whose link it is, read in the language that they or their browser ask for, and the headers of what is answered to it.</summary>
    public static async Task<(LinkContext? Link, ClosedReason? Closed)> Open(HttpContext context, string token)
    {
        FormHeaders.Set(context.Response.Headers);
        var services = context.RequestServices;
        var (link, closed) = await services.GetRequiredService<LinkAuthorizer>().Open(token, context.Request.Query["lang"], Browser(context.Request), context.RequestAborted);
        return (link is null ? null : link with
        {
            IsOwn = services.GetRequiredService<OwnBrowser>().Knows(context, link.Cohort.Id, link.Person),
            Browser = services.GetRequiredService<AnsweringBrowser>().Of(context, link.Link, link.Person),
            Sent = context.Request.Query["sent"],
        }, closed);
    }

    /// <summary>What came in; nothing where it is no form.</summary>
    public static async Task<IFormCollection> Posted(HttpContext context)
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
    public static string? Browser(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value).FirstOrDefault(tag => Web.Localization.ReaderLanguage.Find(tag) is not null);

    /// <summary>To a delegate it is as if there were no such page.</summary>
    public static FormResult.Page NotForDelegates(LinkContext link) =>
        FormResult.Closed(new(StatusCodes.Status404NotFound, "Broken", link.Culture) { Theme = link.Theme });
}
