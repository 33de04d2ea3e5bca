using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Commands;

/// <summary>Whoever asks for a preview gets one, or nothing is done.</summary>
internal static class PreviewFilter
{
    private const string Name = "preview";

    /// <summary>Refuses <c>?preview=</c> at each endpoint that does something and has no preview, instead of passing over it and doing it.</summary>
    public static RouteGroupBuilder RefusesUnknownPreviews(this RouteGroupBuilder endpoints) => endpoints.AddEndpointFilterFactory((endpoint, next) =>
        Previews(endpoint.MethodInfo)
            ? next
            : context => Asks(context.HttpContext.Request)
                ? ValueTask.FromResult<object?>(Problem.Create(
                    StatusCodes.Status400BadRequest, "There is no preview of this", "Nothing was done. Leave 'preview' out to have it done."))
                : next(context));

    /// <summary>Whether a handler takes it, by itself or along with what else is sent.</summary>
    internal static bool Previews(MethodInfo handler) => handler.GetParameters()
        .Any(parameter => string.Equals(parameter.Name, Name, StringComparison.OrdinalIgnoreCase)
            || (parameter.IsDefined(typeof(AsParametersAttribute)) && parameter.ParameterType.GetProperty(nameof(SentAct.Preview)) is not null));

    private static bool Asks(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && request.Query.TryGetValue(Name, out var said) && !(bool.TryParse(said, out var wanted) && !wanted);
}
