namespace ReverseMentoring.LocalHost.Pages;

/// <summary>What only this host has: where things are, the mailbox, and the clock where it can be turned.</summary>
internal static class LocalPages
{
    public static void MapLocalPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHome();
        endpoints.MapMailbox();
        endpoints.MapClock();
    }
}
