using Microsoft.AspNetCore.Http;
using ReverseMentoring.Web.DesignSystem.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Writes a form's page in the request's language.</summary>
internal sealed class PageWriter
{
    public Task Write(HttpContext context, FormResult.Page page) =>
        new PageResult(page.Component, new Dictionary<string, object?> { ["View"] = page.View }, page.Status).ExecuteAsync(context);
}
