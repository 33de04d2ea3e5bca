using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Erasure;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.Graph.Sessions;

namespace ReverseMentoring.Functions.Tests.Erasure;

/// <summary>Erasure finds on the Azure host all that it has to reach.</summary>
public sealed class PlacesTests
{
    [Fact]
    public async Task Durables_histories_are_a_place_and_calendars_are_reached_where_a_mailbox_is_named()
    {
        await using var connected = Hosts.Azure("UseDevelopmentStorage=true", mailbox: "programme@example.org");
        var cohort = new Cohort(
            new CohortId("spring"),
            new CohortSettings
            {
                Name = "Spring", Start = new(2027, 3, 1), Contacts = new(new Contact("Pat", "pat@example.org"), new("Nia Neutral", "nia@example.net")), Calendar = new(CalendarMode.Microsoft365),
            },
            DateTimeOffset.UnixEpoch);

        Assert.Contains(connected.GetServices<IErases>(), place => place is DurableHistory);
        Assert.IsType<GraphCalendar>(connected.GetRequiredService<CohortCalendars>().CalendarOf(cohort));
        Assert.NotNull(connected.GetRequiredService<CohortErasure>());
    }

    [Fact]
    public async Task Histories_that_can_t_be_reached_are_no_success()
    {
        await using var alone = Hosts.Azure("UseDevelopmentStorage=true");
        var history = alone.GetServices<IErases>().OfType<DurableHistory>().Single();

        await Assert.ThrowsAsync<InvalidOperationException>(() => history.Erase(new(new CohortId("spring"), null!, DateTimeOffset.UnixEpoch), default));
    }

    /// <summary>Whatever phase the orchestration believes itself to be in, the command to erase may have come.</summary>
    [Fact]
    public void Each_activity_that_steps_a_cohort_brings_a_client() => Assert.All(
        typeof(PhaseActivities).GetMethods().Where(method => method.IsDefined(typeof(FunctionAttribute), false)),
        activity => Assert.Contains(activity.GetParameters(), parameter => parameter.IsDefined(typeof(DurableClientAttribute), false)));

    [Fact]
    public async Task Without_a_mailbox_no_calendar_is_reached()
    {
        await using var alone = Hosts.Azure("UseDevelopmentStorage=true");

        Assert.False(alone.GetRequiredService<CohortCalendars>().IsReached);
    }
}
