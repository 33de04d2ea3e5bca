using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Tests.Manage;

/// <summary>What a new page needs beside its handler and its view; which role each address is for is pinned in <c>EndpointTable</c>.</summary>
public sealed class PageDeclarationTests
{
    private static readonly PropertyInfo[] Declared =
    [
        .. typeof(ManageServices).Assembly.GetTypes().Select(type => type.GetProperty("Declaration", BindingFlags.Static | BindingFlags.Public))
            .OfType<PropertyInfo>().Where(property => property.PropertyType.Name == "PageDeclaration"),
    ];

    [Fact]
    public void Each_page_that_is_declared_is_in_the_one_list()
    {
        var registered = new ServiceCollection().AddManagerPages().Select(service => service.ServiceType);

        Assert.NotEmpty(Declared);
        Assert.Empty(Declared.Select(property => property.DeclaringType!).Except(registered));
    }

    [Fact]
    public void Each_page_in_the_menu_has_a_name_there()
    {
        var entries = Declared.Select(property => property.GetValue(null)!).Select(page => (string?)page.GetType().GetProperty("Menu")!.GetValue(page)).OfType<string>();

        Assert.Empty(entries.Where(entry => entry.Length > 0).Select(entry => $"Menu.{entry}").Except(new Texts("Manage.Texts").OfLanguage(CultureInfo.InvariantCulture).Keys));
    }
}
