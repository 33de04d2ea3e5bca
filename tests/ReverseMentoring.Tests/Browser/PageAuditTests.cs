namespace ReverseMentoring.Tests.Browser;

public sealed class PageAuditTests
{
    [ChromiumFact]
    public async Task What_is_wrong_with_a_page_is_found_and_named()
    {
        await using var one = await OneBrowser.Launch();
        var page = await one.Browser.NewPageAsync();
        await page.SetContentAsync("""<html lang="en"><title>x</title><main><h1>x</h1><p style="color: #ccc; background: #fff">pale</p><p style="width: 900px"><img src="data:,"></p></main>""");
        var pageAudit = new PageAudit(axe: true);

        await pageAudit.At(page, null, "page");

        Assert.Contains(pageAudit.Findings, finding => finding.StartsWith("page, Light: image-alt: ", StringComparison.Ordinal));
        Assert.Contains(pageAudit.Findings, finding => finding.StartsWith("page, Dark: color-contrast: ", StringComparison.Ordinal));
        Assert.Contains(pageAudit.Findings, finding => finding.Contains("px wide", StringComparison.Ordinal));
    }
}
