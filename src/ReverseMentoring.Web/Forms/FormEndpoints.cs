using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>The pages behind the links in mails: <c>/f/{token}</c>, seen by GET, sent by POST.</summary>
public static class FormEndpoints
{
    public static IEndpointRouteBuilder MapForms(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/f/{token}", ["GET", "HEAD"], (HttpContext context, string token) => Show(context, token)).ExcludeFromDescription();
        routes.MapPost("/f/{token}", (HttpContext context, string token) => Post(context, token)).ExcludeFromDescription();
        routes.MapGet($"/f/{{token}}/{MyDataPages.Place}", (HttpContext context, string token, MyDataPages pages) =>
            Beside(context, token, link => pages.Show(link, context.Request.Query.ContainsKey("sent"), context.RequestAborted))).ExcludeFromDescription();
        routes.MapPost($"/f/{{token}}/{MyDataPages.Place}", (HttpContext context, string token, MyDataPages pages) =>
            Beside(context, token, async link => await pages.Take(link, new(await FormRequests.Posted(context), link.Localizer), context.RequestAborted))).ExcludeFromDescription();
        routes.MapGet($"/f/{{token}}/{CodeLinks.MyData}", MyDataFile.Send).ExcludeFromDescription();
        routes.MapGet($"/f/{{token}}/{CodeLinks.Place}", (HttpContext context, string token) => Beside(context, token, link => CodePages.Show(context, link))).ExcludeFromDescription();
        routes.MapPost($"/f/{{token}}/{CodeLinks.Place}", (HttpContext context, string token) => Beside(context, token, link => CodePages.Post(context, link))).ExcludeFromDescription();
        routes.MapGet($"/f/{{token}}/{NoticeLinks.Notice}", (HttpContext context, string token) => Read<NoticePage>(context, token)).ExcludeFromDescription();
        routes.MapGet($"/f/{{token}}/{NoticeLinks.No}", (HttpContext context, string token) => Read<NoThanksPage>(context, token)).ExcludeFromDescription();
        routes.MapGet($"/f/{{token}}/{CertificatePages.Place}", (HttpContext context, string token, CertificatePages pages) => Beside(context, token, link => link.Person.MovedFrom is null ? pages.Show(context, link) : Shut(context, link))).ExcludeFromDescription();
        routes.MapMethods($"/{CertificatePages.Place}/{{code}}", ["GET", "POST"], Check).ExcludeFromDescription();
        routes.MapGet("/calendar/{token}.ics", CalendarFeed.Send).ExcludeFromDescription();
        return routes;
    }

    private static Task Show(HttpContext context, string token) => Answer(
        context, token, (form, linkContext) => IsShut(form, linkContext) ? Shut(context, linkContext) : form.Show(linkContext, context.Request.Query.ContainsKey("sent"), context.RequestAborted));

    /// <summary>At an address that isn't confirmed people can say which is theirs, leave and be erased, and nothing else. A delegate has an address of their own.</summary>
    private static bool IsShut(IForm form, LinkContext link) => link.Person.MovedFrom is not null && form.Kind is not (FormKind.OwnAct or FormKind.Participation or FormKind.Delegate);

    private static Task<FormResult> Shut(HttpContext context, LinkContext link) =>
        CodePages.Ask(link, context.RequestServices.GetRequiredService<OwnAddressService>(), "", context.RequestAborted);

    /// <summary>Anybody may check a certificate.</summary>
    private static async Task Check(HttpContext context, string code, CertificatePages pages, PageWriter writer)
    {
        FormHeaders.Set(context.Response.Headers);
        await writer.Write(context, (FormResult.Page)await pages.Check(context, code));
    }

    private static Task Read<TPage>(HttpContext context, string token)
        where TPage : Microsoft.AspNetCore.Components.IComponent => Beside(context, token, link => Task.FromResult<FormResult>(FormResult.ForPage<TPage>(link)));

    /// <summary>A page beside the forms, for whoever the link is of; a delegate has no part in it.</summary>
    private static Task Beside(HttpContext context, string token, Func<LinkContext, Task<FormResult>> page) => Answer(context, token, async (_, link) =>
        link.Link.Form is FormKind.Delegate ? FormRequests.NotForDelegates(link) : await page(link));

    private static Task Post(HttpContext context, string token) => Answer(context, token, async (form, linkContext) =>
    {
        if (IsShut(form, linkContext))
        {
            return await Shut(context, linkContext);
        }

        var formResult = await form.HandlePost(linkContext, new(await FormRequests.Posted(context), linkContext.Localizer), context.RequestAborted);
        if (formResult is FormResult.SeeOther && linkContext.ChosenLanguage is { } language && linkContext.Link.Form is not FormKind.Delegate)
        {
            // Who answers in another language than ours is written to in that language from now on. A delegate answers for another.
            await context.RequestServices.GetRequiredService<ParticipationService>().Speak(
                linkContext.Cohort.Id, linkContext.Person.Id, language, context.RequestAborted);
        }

        return formResult;
    });

    private static async Task Answer(HttpContext context, string token, Func<IForm, LinkContext, Task<FormResult>> act)
    {
        var services = context.RequestServices;
        var (linkContext, closedReason) = await FormRequests.Open(context, token);
        var culture = linkContext?.Culture ?? closedReason!.Culture;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        FormResult formResult = linkContext is null
            ? FormResult.Closed(closedReason!)
            : await services.GetRequiredService<FormErrorHandler>().Guard(context, linkContext, () => act(services.GetRequiredService<FormRegistry>().FormOf(linkContext.Link.Form), linkContext));

        if (formResult.KnowsBrowser && linkContext is { Browser: { } browser })
        {
            services.GetRequiredService<AnsweringBrowser>().Remember(context, linkContext.Link, browser);
        }

        await services.GetRequiredService<PageWriter>().Write(context, formResult);
    }
}

/// <summary>All forms by what they are for.</summary>
internal sealed class FormRegistry(IEnumerable<IForm> forms)
{
    private readonly Dictionary<FormKind, IForm> byKind = ByKind(forms);

    public IForm FormOf(FormKind kind) => byKind[kind];

    /// <exception cref="InvalidOperationException">A kind of form has no page, or two.</exception>
    private static Dictionary<FormKind, IForm> ByKind(IEnumerable<IForm> forms)
    {
        var byKind = forms.ToLookup(form => form.Kind);
        return Enum.GetValues<FormKind>().ToDictionary(kind => kind, kind => byKind[kind].Take(2).ToArray() is [var only]
            ? only
            : throw new InvalidOperationException($"The form {kind} needs one page and has {byKind[kind].Count()}."));
    }
}
