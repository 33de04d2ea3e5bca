using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Web.DesignSystem.Pages;

namespace ReverseMentoring.LocalHost.Pages;

internal static class HomeEndpoint
{
    public static void MapHome(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", (IServiceProvider services) =>
        PageResult.ForComponent<HomePage>(("Turns", services.GetService<VirtualTime>() is not null), ("Simulated", services.GetService<IOtherPeople>() is not null))).ExcludeFromDescription();
}
