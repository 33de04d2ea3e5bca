using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Graph;
using ReverseMentoring.Graph.People;
using ReverseMentoring.Graph.Sessions;

namespace ReverseMentoring.Tests.Graph;

public sealed class Microsoft365Tests
{
    [Fact]
    public void One_line_gives_a_host_calendars_and_the_directory()
    {
        using var services = new ServiceCollection().AddMicrosoft365(options => options.ServiceMailbox = "service@example.org").BuildServiceProvider();
        Assert.IsType<GraphCalendar>(services.GetRequiredService<ICalendar>());
        Assert.IsType<GraphDirectory>(services.GetRequiredService<IDirectory>());
    }

    [Fact]
    public void Without_a_mailbox_of_its_own_the_host_is_told_what_is_missing()
    {
        using var services = new ServiceCollection().AddMicrosoft365(_ => { }).BuildServiceProvider();
        var problem = Assert.Throws<OptionsValidationException>(services.GetRequiredService<ICalendar>);
        Assert.Contains("ServiceMailbox", problem.Message, StringComparison.Ordinal);
    }
}
