using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Graph;
using ReverseMentoring.Tests.Properties;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A cohort in Microsoft 365 on bad days: too many calls, lost answers, a service that is down.</summary>
public sealed class GraphFaultTests
{
    [Theory]
    [InlineData("mentee", 429, "3")]
    [InlineData("service-mailbox", 429, "600")]
    [InlineData("mentee", 503, null)]
    [InlineData("mentor", 504, null)]
    [InlineData("service-mailbox", 0, null)]
    public async Task Calls_that_fail_on_their_way_change_nothing_in_the_end(string organizer, int status, string? retryAfter)
    {
        var calls = 0;
        await using var life = await GraphLife.Begin(organizer, whenMatched: graph => graph.Faults.Add(_ => ++calls % 7 == 0 ? Failure(status, retryAfter) : null));
        await life.Days(0.5);
        await life.CalendarSaysWhatRowsSay();

        await life.Programme.TurnToBefore(1, 1.5);
        await life.Programme.CantMakeIt(Leader(1));
        await life.Days(0.3);

        Assert.Equal(4, life.Events.Count);
        await life.CalendarSaysWhatRowsSay();
        Assert.Equal(4, life.Events.Select(GraphLife.IdOf).Distinct().Count());
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    public async Task A_service_that_is_down_for_a_day_when_pairs_begin_costs_that_day_and_no_more(int status)
    {
        var down = true;
        await using var life = await GraphLife.Begin(whenMatched: graph => graph.Faults.Add(_ => down ? Failure(status) : null));
        await life.Days(1);
        Assert.Empty(await life.Programme.Sessions());
        Assert.True(life.Graph.Requests.Count < 2000, $"{life.Graph.Requests.Count} calls");

        down = false;
        await life.Days(0.1);

        Assert.Equal(4, life.Events.Count);
        await life.CalendarSaysWhatRowsSay();
        Assert.Null((await life.Programme.Pair()).Attention);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Who_can_t_come_while_the_service_is_down_is_heard_at_once_and_has_another_time_when_it_is_back(int status)
    {
        var down = false;
        await using var life = await GraphLife.Begin(whenMatched: graph => graph.Faults.Add(_ => down ? Failure(status) : null));
        await life.Programme.TurnToBefore(1, 1.5);
        down = true;
        await life.Programme.CantMakeIt(Junior(1));

        Assert.False((await life.Programme.Session()).HasTime);
        Assert.All([Leader(1), Junior(1)], who => Assert.Single(life.Programme.Mails(who, "sessioncancelled")));
        await life.Days(1);
        down = false;
        await life.Days(1.1);

        Assert.True((await life.Programme.Session()).HasTime);
        Assert.Equal(4, life.Events.Count);
        await life.CalendarSaysWhatRowsSay();
    }

    [PropertyFact]
    public async Task Reminders_and_questions_go_out_while_the_service_is_down()
    {
        var down = false;
        await using var life = await GraphLife.Begin(whenMatched: graph => graph.Faults.Add(_ => down ? Failure(503) : null));
        await life.Programme.TurnToBefore(1, 2.5);
        down = true;

        await life.Programme.Hold(1);

        Assert.Single(life.Programme.Mails(Leader(1), "sessionreminder"));
        Assert.Equal(SessionStatus.Held, (await life.Programme.Session()).Status);
    }

    [Fact]
    public async Task Somebody_who_is_erased_leaves_no_event_behind()
    {
        await using var life = await GraphLife.Begin("mentor");
        using var erased = await life.Programme.ActsAsOwn(Junior(1), OwnTimeTests.WayIn(life.Programme, Junior(1)), ("do", "erase"), ("step", "2"), ("sure", "true"));
        await life.Programme.Time.Settle();

        Assert.Empty(life.Events);
        Assert.Equal(MeetingStatus.Ended, (await life.Programme.Pair()).Status);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(60, 4)]
    public async Task Erasing_a_cohort_waits_for_calendars_that_are_down_but_not_for_ever(double days, int left)
    {
        var down = false;
        await using var life = await GraphLife.Begin(whenMatched: graph => graph.Faults.Add(_ => down ? Failure(0) : null));
        down = true;
        await life.Programme.Command("cancel");
        await life.Programme.Command("erase");
        Assert.NotEqual(CycleStatusErased, (await life.Programme.State()).Status);

        await life.Days(days);
        down = false;
        await life.Days(0.2);

        Assert.Equal(CycleStatusErased, (await life.Programme.State()).Status);
        Assert.Equal(left, life.Events.Count);
        Assert.Empty(await life.Programme.Store.Query(Rows.Partition(life.Programme.Cohort), Core.Store.KeyRange.Prefix(Rows.Event)).ToListAsync());
    }

    [Theory]
    [InlineData(1.98, false)]
    [InlineData(2.01, true)]
    public async Task It_waits_for_two_days_and_not_an_hour_longer(double days, bool isErased)
    {
        var down = false;
        await using var life = await GraphLife.Begin(whenMatched: graph => graph.Faults.Add(_ => down ? Failure(0) : null));
        down = true;
        await life.Programme.Command("cancel");
        await life.Programme.Command("erase");

        await life.Days(days);

        Assert.Equal(isErased, (await life.Programme.State()).Status is CycleStatusErased);
    }

    private const Core.Programme.CycleStatus CycleStatusErased = Core.Programme.CycleStatus.Erased;

    private static GraphAnswer Failure(int status, string? retryAfter = null) =>
        status == 0 ? GraphAnswer.None : GraphAnswer.Error(status, status == 429 ? "ApplicationThrottled" : "Failed", retryAfter);
}
