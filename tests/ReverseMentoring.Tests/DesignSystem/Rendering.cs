using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ReverseMentoring.Tests.DesignSystem;

/// <summary>Renders a component as a page would.</summary>
internal static class Rendering
{
    public static async Task<string> Html<TComponent>(object? parameters = null, string language = "en")
        where TComponent : IComponent
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var given = (parameters?.GetType().GetProperties() ?? []).ToDictionary(property => property.Name, property => property.GetValue(parameters));
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(given))).ToHtmlString());
    }

    public static async Task<IHtmlDocument> Page<TComponent>(object? parameters = null, string language = "en")
        where TComponent : IComponent => Parse(await Html<TComponent>(parameters, language));

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>What a browser would post, as name=value, sorted.</summary>
    public static string[] Posted(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll<IHtmlInputElement>("input[name]:not([type=file])")
            .Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked)
            .Select(input => $"{input.Name}={input.Value}")
            .Concat(page.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(area => $"{area.Name}={area.Value}"))
            .Concat(page.QuerySelectorAll<IHtmlSelectElement>("select").Select(select => $"{select.Name}={select.Value}"))
            .Where(pair => !pair.EndsWith('='))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Ids that are said twice, or pointed at and not there.</summary>
    public static string[] BrokenIds(IHtmlDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        var twice = ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"twice: {group.Key}");
        var pointed =
            from element in page.QuerySelectorAll("[for],[aria-describedby],[aria-labelledby],[data-count]")
            from name in (string[])["for", "aria-describedby", "aria-labelledby", "data-count"]
            from id in element.GetAttribute(name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []
            where !ids.Contains(id)
            select $"nowhere: {id}";
        var links = page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")!.TrimStart('#')).Where(id => !ids.Contains(id)).Select(id => $"nowhere: {id}");
        return [.. twice, .. pointed, .. links];
    }
}
