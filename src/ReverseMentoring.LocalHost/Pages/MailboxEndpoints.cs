using System.Text;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.DesignSystem.Tables;

namespace ReverseMentoring.LocalHost.Pages;

/// <summary>The mailbox of everybody: on this machine all mails can be read.</summary>
internal static class MailboxEndpoints
{
    public const int PageSize = 50;

    public static void MapMailbox(this IEndpointRouteBuilder endpoints)
    {
        var mailbox = endpoints.MapGroup("/mailbox").ExcludeFromDescription();
        mailbox.MapGet("/", List);
        mailbox.MapGet("/{id}", Show);
        mailbox.MapGet("/{id}/html", Html);
        mailbox.MapGet("/{id}/invite.ics", Invitation);
    }

    private static PageResult List(HttpRequest request, MailStore mails)
    {
        var query = ListQuery.FromRequest(request);
        return PageResult.ForComponent<MailboxPage>(
            ("Query", query),
            ("Mails", mails.List(query.Search, (query.Page - 1) * PageSize, PageSize)),
            ("Total", mails.Count(query.Search)),
            ("Turns", Turns(request)));
    }

    private static IResult Show(HttpRequest request, string id, MailStore mails) => mails.Find(id) is { } mail
        ? PageResult.ForComponent<MailPage>(("Mail", mail), ("Turns", Turns(request)))
        : Results.NotFound();

    /// <summary>The mail as a mail program shows it: no script, and nothing from elsewhere but pictures.</summary>
    private static IResult Html(HttpResponse response, string id, MailStore mails)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:";
        return mails.Find(id) is { } mail ? Results.Content(mail.Html, "text/html", Encoding.UTF8) : Results.NotFound();
    }

    private static IResult Invitation(string id, MailStore mails) => mails.Find(id)?.Calendar is { } calendar
        ? Results.File(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8", "invite.ics")
        : Results.NotFound();

    private static bool Turns(HttpRequest request) => request.HttpContext.RequestServices.GetService<VirtualTime>() is not null;
}
