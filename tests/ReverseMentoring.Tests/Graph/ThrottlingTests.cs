using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Moq;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Graph.Calls;
using ReverseMentoring.Graph.Sessions;

namespace ReverseMentoring.Tests.Graph;

public sealed class ThrottlingTests : IAsyncLifetime
{
    private static readonly Interval Day = new(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero));

    private FakeGraph graph = null!;

    public async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.Mailboxes.Busy["a@example.org"] = [];
    }

    public Task DisposeAsync() => graph.DisposeAsync().AsTask();

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "3", 3)]
    [InlineData(503, "Mon, 02 Mar 2026 09:00:12 GMT", 12)]
    [InlineData(429, null, 2)]
    public async Task It_waits_as_long_as_the_service_says_and_asks_again(int status, string? retryAfter, int seconds)
    {
        graph.Fail(1, status, retryAfter, _ => true);
        Assert.Null(Assert.Single(await Ask()).Problem);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], graph.Clock.Waits);
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_caller()
    {
        graph.Fail(1, 429, "300", _ => true);
        var busy = await Assert.ThrowsAsync<CalendarBusyException>(Ask);
        Assert.Equal(TimeSpan.FromMinutes(5), busy.RetryAfter);
        Assert.Empty(graph.Clock.Waits);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_not_asked_for_ever_and_then_left_alone_by_all()
    {
        graph.Fail(100, 503, "1", _ => true);
        Assert.Equal(TimeSpan.FromMinutes(5), (await Assert.ThrowsAsync<CalendarBusyException>(Ask)).RetryAfter);
        await Assert.ThrowsAsync<CalendarBusyException>(Ask);
        Assert.Equal(4, graph.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_told_by_its_code()
    {
        graph.Fail(1, 403, null, _ => true);
        Assert.Equal("Failed", (await Assert.ThrowsAsync<CalendarException>(Ask)).Code);
    }

    [Fact]
    public async Task A_service_mailbox_that_does_not_exist_is_a_refusal_and_not_everybody_s_empty_calendar()
    {
        graph.Fail(1, 404, null, _ => true);
        await Assert.ThrowsAsync<CalendarException>(Ask);
    }

    [Fact]
    public async Task A_token_that_can_t_be_had_is_a_refusal()
    {
        var token = new Mock<TokenCredential>();
        token.Setup(one => one.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new CredentialUnavailableException("Sign in first."));
        var calendar = new GraphCalendar(GraphClients.Create(graph.Options, token.Object, graph.Clock), Options.Create(graph.Options), graph.Clock);

        var refused = await Assert.ThrowsAsync<CalendarException>(() => calendar.LookAsync(new("event-1", null), default));

        Assert.Equal(CalendarException.Unreachable, refused.Code);
    }

    [Fact]
    public async Task A_repeated_call_sends_its_body_again()
    {
        graph.Fail(1, 429, "1", _ => true);
        await Ask();
        Assert.Equal(Schedules.First().Body!.ToJsonString(), Schedules.Last().Body!.ToJsonString());
    }

    [Fact]
    public async Task One_mailbox_has_at_most_four_calls_at_a_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(Ask)));
        Assert.Equal(24, Schedules.Count());
        Assert.InRange(graph.MostUnderWay, 1, MailboxLimiter.AtATime);
    }

    private IEnumerable<GraphRequest> Schedules => graph.Requests.Where(request => request.Path.EndsWith("getSchedule", StringComparison.Ordinal));

    private Task<IReadOnlyList<PersonBusy>> Ask() =>
        graph.Calendar.BusyAsync([new(new PersonId("a"), "a@example.org", "A")], Day, default);
}
