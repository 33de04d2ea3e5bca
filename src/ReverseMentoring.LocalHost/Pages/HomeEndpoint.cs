using Microsoft.AspNetCore.Http.HttpResults;
using ReverseMentoring.LocalHost.Time;

namespace ReverseMentoring.LocalHost.Pages;

internal static class HomeEndpoint
{
    public static void MapHome(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", (IServiceProvider services) =>
        new RazorComponentResult<HomePage>(new { Turns = services.GetService<VirtualTime>() is not null })).ExcludeFromDescription();
}
