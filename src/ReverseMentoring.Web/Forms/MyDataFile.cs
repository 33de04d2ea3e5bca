using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Forms;

/// <summary>All that is kept of somebody in a cohort, as a JSON file to keep, for themselves only: see <see cref="PersonalData"/>.</summary>
internal static class MyDataFile
{
    private static readonly JsonSerializerOptions Pretty = new(StoredJson.Options) { WriteIndented = true };

    /// <summary>Answers to <c>GET /f/{token}/my-data.json</c>.</summary>
    public static async Task Send(HttpContext context, string token)
    {
        var services = context.RequestServices;
        var (linkContext, closedReason) = await FormRequests.Open(context, token);
        if (linkContext is null || linkContext.Link.Form is not FormKind.Participation)
        {
            context.Response.StatusCode = closedReason?.Status ?? StatusCodes.Status404NotFound;
            return;
        }

        if (!linkContext.IsOwn)
        {
            context.Response.Redirect(linkContext.AddressBeside(CodeLinks.Place, $"{CodeLinks.Next}={CodeLinks.MyData}"));
            return;
        }

        var data = await services.GetRequiredService<PersonalData>().Collect(linkContext.Cohort.Id, linkContext.Person.Id, context.RequestAborted);
        data.Insert(0, "cohort", JsonValue.Create(linkContext.Cohort.Settings.Name));
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"my-data.json\"";
        await context.Response.WriteAsync(data.ToJsonString(Pretty), context.RequestAborted);
    }
}
