using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Asks for the code by which somebody's own words open, and mails it.</summary>
internal static class CodePages
{
    /// <summary>In place of a page that only the person themselves may see.</summary>
    /// <param name="context">Whose words.</param>
    /// <param name="service">Knows whether a code is out.</param>
    /// <param name="next">What is opened then.</param>
    /// <param name="cancel">Cancels reads.</param>
    public static async Task<FormResult> Ask(LinkContext context, OwnAddressService service, string next, CancellationToken cancel) =>
        FormResult.ForPage<CodePage>(View(context, next, await service.HasCode(context.Cohort.Id, context.Person.Id, cancel), FormState.Empty));

    /// <summary>In place of taking what was sent: it is not what was answered before.</summary>
    public static async Task<FormResult> AskToReplace(LinkContext context, OwnAddressService service, CancellationToken cancel) => FormResult.ForPage<CodePage>(
        new FormView<CodePageModel>(context, FormState.Empty, null, false, new("", await service.HasCode(context.Cohort.Id, context.Person.Id, cancel)) { Replaces = true }),
        StatusCodes.Status422UnprocessableEntity);

    /// <summary>Answers to <c>GET /f/{token}/code</c>.</summary>
    public static Task<FormResult> Show(HttpContext context, LinkContext link) =>
        Ask(link, Service(context), KnownPlace(context.Request.Query[CodeLinks.Next].ToString()), context.RequestAborted);

    /// <summary>Answers to <c>POST /f/{token}/code</c>: mails a code, or tries one.</summary>
    public static async Task<FormResult> Post(HttpContext context, LinkContext link)
    {
        var (service, cancel) = (Service(context), context.RequestAborted);
        var (cohort, person) = (link.Cohort.Id, link.Person.Id);
        var fields = new Fields(await FormRequests.Posted(context), link.Localizer);
        var next = KnownPlace(fields.Value(CodeLinks.Next));
        if (link.Person.MovedFrom is not null)
        {
            return FormResult.ForPage<CodePage>(View(link, next, isOut: false, FormState.Empty), StatusCodes.Status422UnprocessableEntity);
        }

        var again = new FormResult.SeeOther(link.AddressBeside(CodeLinks.Place, next.Length == 0 ? null : $"{CodeLinks.Next}={next}"));
        if (fields.Value("do") == "mail")
        {
            if (fields.Choice("mail", "Code.MailEmpty", "true") is not null)
            {
                if (await service.SendCode(cohort, person, cancel))
                {
                    return again;
                }

                fields.Wrong("mail", "Code.Enough");
            }
        }
        else if (fields.Value("code") is not { Length: > 0 } code)
        {
            fields.Wrong("code", "Code.Empty");
        }
        else if (await service.Try(cohort, person, code, cancel))
        {
            context.RequestServices.GetRequiredService<OwnBrowser>().Remember(context, cohort, person);
            return new FormResult.SeeOther(next.Length == 0 ? link.Address() : link.AddressBeside(next));
        }
        else
        {
            fields.Wrong(await service.HasCode(cohort, person, cancel) ? "code" : "mail", "Code.Wrong");
        }

        return FormResult.ForPage<CodePage>(View(link, next, await service.HasCode(cohort, person, cancel), fields.State), StatusCodes.Status422UnprocessableEntity);
    }

    private static FormView<CodePageModel> View(LinkContext context, string next, bool isOut, FormState state) => new(context, state, null, false, new(next, isOut));

    /// <summary>Whatever else is asked for leads to the link's own page.</summary>
    private static string KnownPlace(string next) => next is CodeLinks.MyData or MyDataPages.Place ? next : "";

    private static OwnAddressService Service(HttpContext context) => context.RequestServices.GetRequiredService<OwnAddressService>();
}
