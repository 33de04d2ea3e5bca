using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Web.Forms;

/// <summary>Renders a page in the request's language.</summary>
internal sealed class PageWriter(ILoggerFactory logs)
{
    public async Task Write(HttpContext context, Outcome.Page page)
    {
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(await Render(context.RequestServices, page));
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private async Task<string> Render(IServiceProvider services, Outcome.Page page)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = page.View });
            var root = await renderer.RenderComponentAsync(page.Component, parameters);
            using var html = new StringWriter(new StringBuilder(8 * 1024));
            root.WriteHtmlTo(html);
            return html.ToString();
        });
    }
}
