using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.MailSwitch;

/// <summary>Stops all mail of all cohorts, or lets it go on.</summary>
internal sealed class MailStopPost(MailStop mailStop)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<MailStopPost>(
        Told.Aggregate,
        routes => routes.MapPost("/mail", (HttpContext context, PageHandler pageHandler, MailStopPost post) => pageHandler.Open(context, post.HandlePost)),
        role: ManagerRole.Administrator);

    public async Task<FormResult> HandlePost(ManagerContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        if (!bool.TryParse(form["stop"], out var stops))
        {
            return ErrorPages.Page(context, 400, "Unreadable");
        }

        await mailStop.Set(stops, context.Cancel);
        return new FormResult.SeeOther($"{ManagerRoutes.Home}?done={(stops ? "MailStopped" : "MailGoesOn")}");
    }
}
