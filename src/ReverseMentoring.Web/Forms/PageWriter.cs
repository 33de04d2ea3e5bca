using Microsoft.AspNetCore.Http;
using ReverseMentoring.Web.DesignSystem.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Writes what a form or page has come to, in the request's language.</summary>
internal sealed class PageWriter
{
    public Task Write(HttpContext context, FormResult result) => result switch
    {
        FormResult.SeeOther seeOther => Redirect(context.Response, seeOther.Address),
        FormResult.File file => Send(context, file),
        FormResult.Page page => new PageResult(page.Component, new Dictionary<string, object?> { ["View"] = page.View }, page.Status).ExecuteAsync(context),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static Task Redirect(HttpResponse response, string address)
    {
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address;
        return Task.CompletedTask;
    }

    private static async Task Send(HttpContext context, FormResult.File file)
    {
        context.Response.ContentType = file.Type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }
}
