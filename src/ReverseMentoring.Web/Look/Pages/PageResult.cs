using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Web.Look.Pages;

/// <summary>
/// A page made of a component, rendered at once and without the framework's interactive parts: they would want keys for
/// data protection, which several instances would have to share.
/// </summary>
/// <param name="component">What is rendered: a whole document.</param>
/// <param name="parameters">Its parameters by name.</param>
/// <param name="status">The answer's status code.</param>
public sealed class PageResult(Type component, IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult
{
    public static PageResult Of<T>(params IEnumerable<(string Name, object? Value)> parameters)
        where T : IComponent => new(typeof(T), parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(await Render(httpContext.RequestServices));
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private async Task<string> Render(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(new WithoutNavigation(services), services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters.ToDictionary()));
            using var html = new StringWriter(new StringBuilder(8 * 1024));
            root.WriteHtmlTo(html);
            return html.ToString();
        });
    }

    /// <summary>
    /// Where a host has MVC there is a navigation manager that nobody has told the request's address, and the renderer asks
    /// it at each form that is sent to where it came from.
    /// </summary>
    private sealed class WithoutNavigation(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(NavigationManager) ? null : services.GetService(serviceType);
    }
}
