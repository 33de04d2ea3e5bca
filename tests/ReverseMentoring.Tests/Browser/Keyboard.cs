using System.Text.Json;
using Microsoft.Playwright;

namespace ReverseMentoring.Tests.Browser;

/// <summary>Somebody without a mouse.</summary>
internal static class Keyboard
{
    /// <summary>More stops than any page has: beyond them, the keyboard is caught.</summary>
    private const int Most = 400;

    // What shows the focus stands around the element, around its label, or around the mark that a hidden input draws.
    private const string Look = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return null;
          const shown = [at, at.nextElementSibling, at.closest('label')].filter(Boolean).some(mark => {
            const style = getComputedStyle(mark);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
          });
          const box = (at.closest('label') ?? at).getBoundingClientRect();
          const name = `${at.tagName.toLowerCase()} ${at.name || at.getAttribute('href') || at.textContent.trim().slice(0, 40)}`;
          return { name, ok: shown && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight };
        }
        """;

    // Where the focus was before, or a click, is where a browser goes on from.
    private const string ToTheTop = """
        () => {
          const top = document.createElement('span');
          top.tabIndex = -1;
          document.body.prepend(top);
          top.focus();
          top.remove();
        }
        """;

    /// <summary>Goes through a page from its beginning to its end.</summary>
    /// <returns>What is wrong with it.</returns>
    public static async Task<IReadOnlyList<string>> Walk(IPage page)
    {
        var (wrong, stops) = (new List<string>(), new List<string>());
        await page.EvaluateAsync(ToTheTop);
        while (stops.Count < Most)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<JsonElement?>(Look);
            if (stop is not { ValueKind: JsonValueKind.Object } at)
            {
                break;
            }

            stops.Add(at.GetProperty("name").GetString()!);
            if (!at.GetProperty("ok").GetBoolean())
            {
                wrong.Add($"the focus does not show on {stops[^1]}");
            }
        }

        if (stops.Count is 0 or Most || !stops[0].Contains('#', StringComparison.Ordinal))
        {
            wrong.Add($"{stops.Count} stops, the first of them {stops.FirstOrDefault()}");
        }

        return wrong;
    }

    /// <summary>Tabs on until the focus is where it is wanted.</summary>
    public static async Task Reach(IPage page, string selector)
    {
        for (var stop = 0; stop < Most; stop++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} can't be reached by keyboard on {page.Url}.");
    }
}
