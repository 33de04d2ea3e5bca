using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Functions.Http;

/// <summary>The one pipeline of the product, as the local host runs it, inside a function.</summary>
public sealed class Pipeline
{
    private readonly RequestDelegate run;

    public Pipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseApi();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapLook();
            endpoints.MapApi();
            endpoints.MapForms();
            endpoints.MapManagerPages();
        });
        run = app.Build();
    }

    /// <summary>Answers a request. What the Functions worker found out about it, that it is for a function, is forgotten before.</summary>
    public Task Run(HttpRequest request)
    {
        request.HttpContext.SetEndpoint(null);
        request.RouteValues.Clear();
        return run(request.HttpContext);
    }
}
