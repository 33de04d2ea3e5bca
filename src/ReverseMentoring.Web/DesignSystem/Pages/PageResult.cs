using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Web.DesignSystem.Pages;

/// <summary>
/// A page made of a component, rendered at once and without the framework's interactive parts: they would want keys for
/// data protection, which several instances would have to share.
/// </summary>
/// <param name="component">What is rendered: a whole document.</param>
/// <param name="parameters">Its parameters by name.</param>
/// <param name="status">The answer's status code.</param>
public sealed class PageResult(Type component, IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult
{
    public static PageResult ForComponent<T>(params IEnumerable<(string Name, object? Value)> parameters)
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

        var html = await Render(httpContext.RequestServices);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(html.Length));
        try
        {
            var sent = Packing.Pack(httpContext, bytes.AsMemory(0, Encode(html, bytes)));
            response.ContentLength = sent.Length;
            await response.Body.WriteAsync(sent, httpContext.RequestAborted);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private async Task<StringBuilder> Render(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(new WithoutNavigation(services), services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters.ToDictionary()));
            var html = new StringBuilder(8 * 1024);
            using var writer = new StringWriter(html);
            root.WriteHtmlTo(writer);
            return html;
        });
    }

    /// <summary>Piece by piece: a whole page as one string is a large object to the garbage collector, which then looks at everything.</summary>
    private static int Encode(StringBuilder html, Span<byte> to)
    {
        // One encoder for all: the two halves of a character may lie in two pieces.
        var (encoder, length) = (Encoding.UTF8.GetEncoder(), 0);
        foreach (var piece in html.GetChunks())
        {
            length += encoder.GetBytes(piece.Span, to[length..], flush: false);
        }

        return length;
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
