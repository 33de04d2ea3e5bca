using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ReverseMentoring.Tests.Browser;

/// <summary>Looks at each kind of page once as it comes by: keeps its HTML, lets axe look at it, takes its picture.</summary>
/// <param name="axe">Whether axe looks, for which a page has to run scripts; else its HTML alone is kept.</param>
internal sealed class PageAudit(bool axe)
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Only colours differ between light and dark.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private static readonly string[] Targets = ["target-size"];

    // What is wrong, a line for each element.
    private const string SomeRules = """
        async rules => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations.flatMap(rule => rule.nodes.map(node =>
          `${rule.id}: ${node.target} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join(' ')}`))
        """;

    /// <summary>In CSS pixels.</summary>
    private const int Small = 360;

    private readonly HashSet<string> seen = [];

    /// <summary>What is wrong with a page, by its name.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>The HTML as it came from the server.</summary>
    public Dictionary<string, string> Html { get; } = [];

    public bool Knows(string name) => seen.Contains(name);

    public async Task At(IPage page, IResponse? answer, string name)
    {
        if (!seen.Add(name))
        {
            return;
        }

        Html[name] = answer is null ? await page.ContentAsync() : await answer.TextAsync();
        if (!axe)
        {
            return;
        }

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await (scheme is ColorScheme.Light ? Examine(page, $"{name}, {scheme}") : ExamineAgain(page, $"{name}, {scheme}", Colours));
            await Picture(page, name, scheme);
        }

        await Reflow(page, name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>In the page itself: the newer way finishes in a page of its own, behind which headless Chromium lets the first one wait for good.</summary>
    private async Task Examine(IPage page, string name)
    {
#pragma warning disable CS0618
        var found = await page.Locator("html").RunAxeLegacy(Everything);
#pragma warning restore CS0618
        Findings.AddRange(
            from rule in found.Violations from node in rule.Nodes
            select $"{name}: {rule.Id}: {node.Target} {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}");
    }

    /// <summary>By the axe that stands in the page since it was examined: to bring it there takes longer than to run it.</summary>
    private async Task ExamineAgain(IPage page, string name, string[] rules) =>
        Findings.AddRange((await page.EvaluateAsync<string[]>(SomeRules, rules)).Select(wrong => $"{name}: {wrong}"));

    /// <summary>
    /// Nothing has to be scrolled sideways on a small phone (WCAG 1.4.10), but tables in their own frame, nor with text
    /// of twice the size (1.4.4); and what is to be tapped there is large enough, or alone (2.5.8).
    /// </summary>
    private async Task Reflow(IPage page, string name)
    {
        var own = page.ViewportSize!;
        await page.SetViewportSizeAsync(Small, own.Height);
        await Fits(page, name, Small);
        if (!name.StartsWith("mail-", StringComparison.Ordinal))
        {
            await ExamineAgain(page, $"{name}, small", Targets);
        }

        await page.SetViewportSizeAsync(2 * Small, own.Height);
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        await Fits(page, $"{name} with large text", 2 * Small);
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = ''; }");
        await page.SetViewportSizeAsync(own.Width, own.Height);
    }

    private async Task Fits(IPage page, string name, int width)
    {
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (wide > width)
        {
            var reaches = await page.EvaluateAsync<string>(
                "width => { const out = [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > width + 1).at(-1); return out ? out.outerHTML.slice(0, 160) : ''; }", width);
            Findings.Add($"{name}: {wide} px wide where {width} are there: {reaches}");
        }
    }

    private async Task Picture(IPage page, string name, ColorScheme scheme)
    {
        if (Tools.Pictures is not { } folder)
        {
            return;
        }

        var own = page.ViewportSize!;
        foreach (var width in new[] { 390, 1440 })
        {
            await page.SetViewportSizeAsync(width, own.Height);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
        }

        await page.SetViewportSizeAsync(own.Width, own.Height);
    }
}
