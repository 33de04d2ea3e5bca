using System.Text.Json;
using Microsoft.Playwright;

namespace ReverseMentoring.Tests.Browser;

/// <summary>Looks at each kind of page once as it comes by: keeps its HTML, lets axe look at it, takes its picture.</summary>
/// <param name="script">axe needs a page that runs scripts.</param>
internal sealed class Gaze(bool script)
{
    // Only colours differ between light and dark.
    private const string Find = """
        async (dark) => {
          const options = { runOnly: dark ? ['color-contrast', 'link-in-text-block'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
          if (dark) options.runOnly = { type: 'rule', values: options.runOnly };
          const found = await axe.run(document, { ...options, resultTypes: ['violations'] });
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary.replaceAll('\n', ' ')}`));
        }
        """;

    private const string FindSmall = """
        async () => {
          const found = await axe.run(document, { runOnly: { type: 'rule', values: ['target-size'] }, resultTypes: ['violations'] });
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary.replaceAll('\n', ' ')}`));
        }
        """;

    /// <summary>In CSS pixels.</summary>
    private const int Small = 360;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Tools.Axe!));

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
        if (!script)
        {
            return;
        }

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            if (Tools.Axe is not null)
            {
                await Examine(page, name, scheme);
            }

            await Picture(page, name, scheme);
        }

        await Reflow(page, name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private async Task Examine(IPage page, string name, ColorScheme scheme)
    {
        // Evaluated rather than added as an element: a mail's policy allows no script.
        if (scheme is ColorScheme.Light)
        {
            await page.EvaluateAsync($"() => {{ {Axe.Value} }}");
        }

        var found = await page.EvaluateAsync<JsonElement>(Find, scheme is ColorScheme.Dark);
        Findings.AddRange(found.EnumerateArray().Select(finding => $"{name}, {scheme}: {finding.GetString()}"));
    }

    /// <summary>
    /// Nothing has to be scrolled sideways on a small phone (WCAG 1.4.10), but tables in their own frame, nor with text
    /// of twice the size (1.4.4); and what is to be tapped there is large enough, or alone (2.5.8).
    /// </summary>
    private async Task Reflow(IPage page, string name)
    {
        var own = page.ViewportSize!;
        await page.SetViewportSizeAsync(Small, own.Height);
        await Fits(page, name, Small);
        if (Tools.Axe is not null && !name.StartsWith("mail-", StringComparison.Ordinal))
        {
            var found = await page.EvaluateAsync<JsonElement>(FindSmall);
            Findings.AddRange(found.EnumerateArray().Select(finding => $"{name}, small: {finding.GetString()}"));
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
            Findings.Add($"{name}: {wide} px wide where {width} are there");
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
