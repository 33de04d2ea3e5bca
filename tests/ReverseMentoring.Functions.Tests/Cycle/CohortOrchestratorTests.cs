using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Tests.Cycle;

public sealed class CohortOrchestratorTests
{
    private static readonly DateTimeOffset Tomorrow = new DateTimeOffset(FakeOrchestration.Now).AddDays(1);

    private static readonly CohortGeneration Asking = new(new CohortId("spring"), PhaseNames.CallForTopics);

    private readonly FakeOrchestration fake = new();

    [Fact]
    public async Task An_event_before_the_wait_ends_it_at_once_and_cancels_the_timer()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), Waits());
        fake.Raise(Generation.WakeEvent);

        await Run();

        Assert.Equal((Asking, false), fake.Continued);
        Assert.True(fake.TimerToken.IsCancellationRequested);
    }

    [Fact]
    public async Task An_event_during_the_wait_ends_it_and_cancels_the_timer()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), Waits());
        var run = Run();
        Assert.False(run.IsCompleted);
        Assert.Equal(Tomorrow.UtcDateTime, fake.TimerAt);

        fake.Raise(Generation.WakeEvent);
        await run;

        Assert.NotNull(fake.Continued);
        Assert.True(fake.TimerToken.IsCancellationRequested);
    }

    [Fact]
    public async Task The_timer_ends_the_wait_and_cancels_the_waiting_for_the_event()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), Waits());
        var run = Run();

        fake.FireTimer();
        await run;

        Assert.NotNull(fake.Continued);
        Assert.True(fake.EventToken.IsCancellationRequested);
    }

    [Fact]
    public async Task An_event_together_with_the_timer_makes_one_generation()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), Waits());
        fake.Raise(Generation.WakeEvent);
        fake.FireTimer();

        await Run();

        Assert.Equal((Asking, false), fake.Continued);
        Assert.Single(fake.Calls);
    }

    [Fact]
    public async Task An_event_that_comes_twice_or_after_the_timer_makes_no_second_step()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), Waits());
        var run = Run();
        fake.FireTimer();
        fake.Raise(Generation.WakeEvent);
        fake.Raise(Generation.WakeEvent);

        await run;

        Assert.Single(fake.Calls);
        Assert.False(fake.Continued!.Value.PreservesEvents, "What came meanwhile is seen by the next step and must not make another.");
    }

    [Fact]
    public async Task An_event_that_nobody_knows_ends_no_wait()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), Waits());
        var run = Run();

        fake.Raise("cancel-everything");

        Assert.False(run.IsCompleted);
        fake.FireTimer();
        await run;
    }

    [Fact]
    public async Task The_phase_that_the_core_returned_is_the_next_generation()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), new(new(FakeOrchestration.Now), PhaseNames.OffersAndWishes, false, []));

        await Run();

        Assert.Equal((Asking with { Phase = PhaseNames.OffersAndWishes }, false), fake.Continued);
        Assert.Null(fake.TimerAt);
    }

    [Fact]
    public async Task Without_a_moment_only_the_event_ends_the_wait()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), Waits() with { WakeAt = null });
        var run = Run();

        Assert.False(run.IsCompleted);
        Assert.Null(fake.TimerAt);
        fake.Raise(Generation.WakeEvent);
        await run;
        Assert.NotNull(fake.Continued);
    }

    [Fact]
    public async Task A_cohort_that_is_erased_ends_the_instance()
    {
        fake.Answers(nameof(PhaseActivities.EraseAfterRetention), new(null, PhaseNames.Erased, true, []));

        await CohortOrchestrator.Run(fake.Context, new(new CohortId("spring"), PhaseNames.Retention));

        Assert.Null(fake.Continued);
    }

    [Fact]
    public async Task A_cancelled_cohort_goes_where_the_core_says()
    {
        fake.Answers(nameof(PhaseActivities.FollowSessions), new(new(FakeOrchestration.Now), PhaseNames.Retention, false, ["meeting.spring.p-1"]))
            .Does(nameof(WakeActivities.WakeProcesses), _ => null);

        await CohortOrchestrator.Run(fake.Context, new(new CohortId("spring"), PhaseNames.Sessions));

        Assert.Equal(PhaseNames.Retention, ((CohortGeneration)fake.Continued!.Value.Input!).Phase);
    }

    [Fact]
    public async Task A_step_that_fails_is_tried_again_later_and_ever_later()
    {
        fake.Does(nameof(PhaseActivities.CallForTopics), _ => throw FakeOrchestration.Failure(nameof(PhaseActivities.CallForTopics)));
        var run = CohortOrchestrator.Run(fake.Context, Asking with { Failures = 2 });

        Assert.Equal(FakeOrchestration.Now.AddMinutes(4), fake.TimerAt);
        fake.FireTimer();
        await run;
        Assert.Equal((Asking with { Failures = 3 }, false), fake.Continued);
    }

    [Fact]
    public async Task Whoever_wakes_a_step_that_failed_has_it_tried_at_once()
    {
        fake.Does(nameof(PhaseActivities.CallForTopics), _ => throw FakeOrchestration.Failure(nameof(PhaseActivities.CallForTopics)));
        var run = CohortOrchestrator.Run(fake.Context, Asking with { Failures = 40 });

        Assert.Equal(FakeOrchestration.Now.AddHours(1), fake.TimerAt);
        fake.Raise(Generation.WakeEvent);
        await run;
        Assert.NotNull(fake.Continued);
    }

    [Fact]
    public async Task The_status_tells_phase_and_counts()
    {
        fake.Answers(nameof(PhaseActivities.CallForTopics), Waits() with { Counts = new(40, 12) });
        fake.Raise(Generation.WakeEvent);

        await Run();

        Assert.Equal(
            [new Progress(PhaseNames.CallForTopics), new Progress(PhaseNames.CallForTopics, new(40, 12))], fake.Statuses.Cast<Progress>());
    }

    private Task Run() => CohortOrchestrator.Run(fake.Context, Asking);

    private static StepOutcome Waits() => new(Tomorrow, PhaseNames.CallForTopics, false, []);
}
