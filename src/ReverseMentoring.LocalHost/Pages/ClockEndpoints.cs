using Microsoft.AspNetCore.Mvc;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Pages;

namespace ReverseMentoring.LocalHost.Pages;

/// <summary>A page to turn the clock by, where it can be turned.</summary>
internal static class ClockEndpoints
{
    public static void MapClock(this IEndpointRouteBuilder endpoints)
    {
        var clock = endpoints.MapGroup("/clock").ExcludeFromDescription();
        clock.MapGet("/", Show);
        clock.MapPost("/", Turn).DisableAntiforgery();
    }

    private static IResult Show(IServiceProvider services) => services.GetService<VirtualTime>() is { } time
        ? PageResult.ForComponent<ClockPage>(("Now", time.Now), ("Others", services.GetService<IOtherPeople>()?.Attentive))
        : Results.NotFound();

    private static async Task<IResult> Turn(
        HttpRequest request, IServiceProvider services, [FromForm] string turn, CancellationToken cancel)
    {
        if (services.GetService<VirtualTime>() is not { } time || !SameOrigin.Holds(request))
        {
            return Results.NotFound();
        }

        switch (turn)
        {
            case "next":
                await time.TurnToNext(null, cancel);
                break;
            case "day":
                await time.TurnTo(time.Now.AddDays(1), cancel);
                break;
            case "week":
                await time.TurnTo(time.Now.AddDays(7), cancel);
                break;
            case "others" when services.GetService<IOtherPeople>() is { } people:
                people.Attentive = !people.Attentive;
                break;
        }

        return Results.Redirect("/clock");
    }
}
