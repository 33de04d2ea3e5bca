using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>Services are registered where they stand, once.</summary>
public sealed class ServiceTests
{
    [Fact]
    public void Web_registers_nothing_of_Core() => Assert.DoesNotContain(
        Registered(new ServiceCollection().AddMails().AddForms().AddApi().AddManagerPages()), type => type.Assembly == typeof(CycleServices).Assembly);

    [Fact]
    public void Nothing_of_Core_is_registered_twice()
    {
        var registered = Registered(new ServiceCollection().AddProgramme()).ToArray();
        Assert.Equal(registered.Distinct(), registered);
    }

    private static IEnumerable<Type> Registered(IServiceCollection services) => services
        .Where(service => !service.IsKeyedService)
        .Select(service => service.ImplementationType ?? service.ImplementationInstance?.GetType()).OfType<Type>();
}
