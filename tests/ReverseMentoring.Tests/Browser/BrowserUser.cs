using System.Text.Json;
using Microsoft.Playwright;
using ReverseMentoring.LocalHost.Mailbox;

namespace ReverseMentoring.Tests.Browser;

/// <summary>Somebody before a page: opens, taps, writes and sends as people do.</summary>
internal sealed class BrowserUser
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly BrowserHost stage;
    private readonly IPage page;
    private readonly PageAudit gaze;
    private IResponse? last;
    private TaskCompletionSource arrival = new();

    public BrowserUser(BrowserHost browserHost, IPage page, PageAudit pageAudit)
    {
        (this.stage, this.page, this.gaze) = (browserHost, page, pageAudit);
        page.Response += (_, answer) =>
        {
            if (answer.Frame == page.MainFrame && answer.Request.IsNavigationRequest && answer.Status is not (301 or 302 or 303))
            {
                last = answer;
            }
        };
        page.FrameNavigated += (_, frame) =>
        {
            if (frame == page.MainFrame)
            {
                arrival.TrySetResult();
            }
        };
    }

    public string Address => page.Url;

    public async Task<BrowserUser> Open(string path)
    {
        await page.GotoAsync(path);
        return this;
    }

    /// <summary>Opens a mail from the mailbox, looks at it, and follows its main button. How the mailbox is gone through is seen once.</summary>
    public async Task OpenMail(string address, string about)
    {
        var mail = stage.Mailbox.All().LastOrDefault(mail => mail.ToAddress == address && mail.Id.Contains($".{about}", StringComparison.Ordinal));
        Assert.True(mail is not null, $"{about} of {address}; there are {string.Join(", ", stage.Mailbox.All().Where(mail => mail.ToAddress == address).Select(mail => mail.Id))}");
        if (!gaze.Knows($"mail-{about}"))
        {
            await page.GotoAsync($"/mailbox/{mail.Id}/html");
            await See($"mail-{about}");
        }

        if (gaze.Knows("mailbox-mail"))
        {
            await page.GotoAsync(Cycle.TestProgramme.LinkOf(mail));
            return;
        }

        await page.GotoAsync($"/mailbox?q={Uri.EscapeDataString(address)}");
        await See("mailbox");
        await page.Locator($"a[href='/mailbox/{mail.Id}']").ClickAsync();
        await See("mailbox-mail");
        await Press("pre a");
    }

    /// <summary>Chooses one of a field's options by a tap on its label.</summary>
    public Task Tap(string name, string value) => page.Locator($"label:has(input[name='{name}'][value='{value}'])").ClickAsync();

    public Task Write(string name, string text) => page.Locator($"[name='{name}']:not([type=hidden])").FillAsync(text);

    public Task Attach(string name, string file, string text) => page.Locator($"input[type=file][name='{name}']")
        .SetInputFilesAsync(new FilePayload { Name = file, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });

    public Task Choose(string name, string label) => page.Locator($"select[name='{name}']").SelectOptionAsync(new SelectOptionValue { Label = label });

    /// <summary>Follows a mail's link that leads to a kind of form.</summary>
    public Task OpenLink(string address, string about, Index number) => Follow(LinkIn(address, about, number));

    /// <summary>A mail's link: where it stays, also when the mail goes.</summary>
    public string LinkIn(string address, string about, Index number) => Cycle.TestProgramme.LinksOf(
        stage.Mailbox.All().Last(mail => mail.ToAddress == address && mail.Id.Contains($".{about}", StringComparison.Ordinal)))[number];

    public Task Follow(string link) => page.GotoAsync(link);

    /// <summary>Lets what the browser itself would complain of be sent, as somebody without its help does.</summary>
    public Task WithoutTheBrowsersHelp() => page.EvaluateAsync("() => document.querySelectorAll('form').forEach(form => form.noValidate = true)");

    /// <summary>Opens what is folded.</summary>
    public Task Unfold(string selector) => page.Locator($"details:has({selector}) > summary").First.ClickAsync();

    /// <summary>Presses a button, and lets all that follows from it at once be done.</summary>
    /// <param name="selector">The first that it finds.</param>
    /// <param name="navigates">False: nothing is sent.</param>
    public async Task Press(string selector, bool navigates = true)
    {
        arrival = new();
        await page.Locator(selector).First.ClickAsync();
        if (navigates)
        {
            await Arrive();
        }
    }

    /// <summary>Goes to something by the tabulator and presses a key there.</summary>
    public async Task Key(string selector, string key)
    {
        await Keyboard.Reach(page, selector);
        arrival = new();
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits for the page that a press has asked for, and for all that follows from it at once.</summary>
    public async Task Arrive()
    {
        await arrival.Task.WaitAsync(Patience);
        await Complete().WaitAsync(Patience);
        await stage.Time.Settle();
    }

    /// <summary>Asks the document itself: of a page that is there at once the browser's event is now and then missed.</summary>
    private async Task Complete()
    {
        while (await page.EvaluateAsync<string>("() => document.readyState") != "complete")
        {
            await Task.Delay(20);
        }
    }

    /// <summary>Goes through the whole page by the tabulator.</summary>
    public async Task Walk(string name) => gaze.Findings.AddRange((await Keyboard.Walk(page)).Select(wrong => $"{name} by keyboard: {wrong}"));

    /// <summary>How much of a page there is to read and to fill in.</summary>
    public async Task<PageSize> Measure() => (await page.EvaluateAsync<JsonElement>(PageSize.Script)).Deserialize<PageSize>(JsonSerializerOptions.Web)!;

    public Task<string> Value(string name) => page.Locator($"[name='{name}']").First.InputValueAsync();

    public Task<string> Text(string selector = "main") => page.Locator(selector).First.InnerTextAsync();

    public Task<int> Count(string selector) => page.Locator(selector).CountAsync();

    public async Task Expect(string selector, string why) =>
        Assert.True(await Count(selector) > 0, $"{why}: no {selector} on {page.Url}\n{await Text("body")}");

    /// <summary>What stands here now is looked at by all who watch.</summary>
    public async Task See(string name) => await gaze.At(page, last, name);
}
