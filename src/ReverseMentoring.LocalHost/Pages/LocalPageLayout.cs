using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.DesignSystem.Pages;

namespace ReverseMentoring.LocalHost.Pages;

/// <summary>What the pages of this host have in common.</summary>
internal static class LocalPageLayout
{
    public static Theme Theme { get; } = Theme.Create("This machine");

    public static IReadOnlyList<Link> Menu(string here, bool turns)
    {
        (string Text, string Href)[] links = [("Start", "/"), ("Mailbox", "/mailbox"), ("Managers", "/manage"), .. turns ? [("Clock", "/clock")] : Array.Empty<(string, string)>()];
        return [.. links.Select(link => new Link(link.Text, link.Href, link.Href == here))];
    }
}
