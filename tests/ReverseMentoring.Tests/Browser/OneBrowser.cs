using Microsoft.Playwright;

namespace ReverseMentoring.Tests.Browser;

/// <summary>Chromium, started once for all who play: each has contexts of their own in it.</summary>
internal sealed class OneBrowser : IAsyncDisposable
{
    // What Chromium does by itself over the network has no place in a test.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright playwright;

    private OneBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public static async Task<OneBrowser> Launch()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Tools.Chromium, Args = Quiet }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
