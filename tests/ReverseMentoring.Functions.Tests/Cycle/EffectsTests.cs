using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Tests.Cycle;

public sealed class EffectsTests
{
    private readonly FakeOrchestration fake = new();

    [Fact]
    public async Task All_pairs_are_started_and_never_more_than_fifty_at_once()
    {
        var pairs = Enumerable.Range(0, 1_234).Select(i => $"pair.spring.p-{i}").ToArray();
        var started = new List<string[]>();
        fake.Answers(nameof(PhaseActivities.ConfirmPairs), new(null, PhaseNames.Confirmation, false, pairs))
            .Does(nameof(WakeActivities.WakeProcesses), some =>
            {
                started.Add((string[])some!);
                return null;
            });
        fake.Raise(Generation.WakeEvent);

        await CohortOrchestrator.Run(fake.Context, new(new CohortId("spring"), PhaseNames.Confirmation));

        Assert.Equal(pairs, started.SelectMany(some => some));
        Assert.All(started, some => Assert.InRange(some.Length, 1, Generation.InFlight));
    }

    [Fact]
    public async Task Effects_that_fail_have_the_step_repeated()
    {
        fake.Answers(nameof(PhaseActivities.ConfirmPairs), new(null, PhaseNames.Confirmation, false, ["meeting.spring.p-1"]))
            .Does(nameof(WakeActivities.WakeProcesses), _ => throw FakeOrchestration.Failure(nameof(WakeActivities.WakeProcesses)));
        var run = CohortOrchestrator.Run(fake.Context, new(new CohortId("spring"), PhaseNames.Confirmation));

        Assert.Equal(FakeOrchestration.Now.AddMinutes(1), fake.TimerAt);
        fake.FireTimer();
        await run;
        Assert.Equal(1, ((CohortGeneration)fake.Continued!.Value.Input!).Failures);
    }

    [Fact]
    public async Task A_pair_whose_step_fails_is_tried_again_later_and_at_once_by_whoever_wakes_it()
    {
        fake.Does(nameof(MeetingActivities.AdvanceMeeting), _ => throw FakeOrchestration.Failure(nameof(MeetingActivities.AdvanceMeeting)));
        var run = MeetingOrchestrator.Run(fake.Context, new("meeting.spring.p-1", Failures: 3));

        Assert.Equal(FakeOrchestration.Now.AddMinutes(8), fake.TimerAt);
        fake.Raise("cancelled-by-nobody");
        Assert.False(run.IsCompleted);
        fake.Raise(Generation.WakeEvent);
        await run;
        Assert.Equal((new ProcessGeneration("meeting.spring.p-1", 4), false), fake.Continued);
        Assert.True(fake.TimerToken.IsCancellationRequested);
    }

    [Fact]
    public async Task A_pair_that_is_woken_together_with_its_timer_makes_one_step()
    {
        fake.Answers(nameof(MeetingActivities.AdvanceMeeting), new(new DateTimeOffset(FakeOrchestration.Now).AddDays(30), "running", false, []));
        fake.Raise(Generation.WakeEvent);
        fake.Raise(Generation.WakeEvent);
        fake.FireTimer();

        await MeetingOrchestrator.Run(fake.Context, new("meeting.spring.p-1"));

        Assert.Single(fake.Calls);
        Assert.Equal((new ProcessGeneration("meeting.spring.p-1"), false), fake.Continued);
    }

    [Fact]
    public async Task A_pair_that_is_over_ends_its_instance()
    {
        fake.Answers(nameof(MeetingActivities.AdvanceMeeting), new(null, "completed", true, []));

        await MeetingOrchestrator.Run(fake.Context, new("meeting.spring.p-1"));

        Assert.Null(fake.Continued);
        Assert.Equal("completed", ((Progress)fake.Statuses[^1]!).Phase);
    }

    [Fact]
    public async Task A_draft_waits_until_it_is_old_and_then_ends()
    {
        fake.Answers(nameof(DraftActivities.AgeDraft), new(new DateTimeOffset(FakeOrchestration.Now).AddDays(30), null, false, []));
        var run = DraftOrchestrator.Run(fake.Context, new("draft.autumn"));
        Assert.Equal(FakeOrchestration.Now.AddDays(30), fake.TimerAt);
        fake.FireTimer();
        await run;
        Assert.Equal((new ProcessGeneration("draft.autumn"), false), fake.Continued);
    }

    [Fact]
    public async Task The_outbox_waits_for_its_quota_and_never_ends()
    {
        fake.Answers(nameof(MailActivities.SendMail), new(new DateTimeOffset(FakeOrchestration.Now).AddMinutes(7), null, false, []));
        var run = OutboxOrchestrator.Run(fake.Context, new("outbox.all"));

        Assert.Equal(FakeOrchestration.Now.AddMinutes(7), fake.TimerAt);
        fake.FireTimer();
        await run;
        Assert.Equal((new ProcessGeneration("outbox.all"), false), fake.Continued);
    }

    [Fact]
    public void Each_phase_has_an_activity_of_its_own_that_is_a_function()
    {
        var functions = typeof(PhaseActivities).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute), false))
            .Cast<Microsoft.Azure.Functions.Worker.FunctionAttribute>().Select(function => function.Name).ToList();
        var phases = PhaseCatalogue.Names.Where(phase => phase != PhaseNames.Erased).ToList();

        Assert.Equal(phases.Count, phases.Select(PhaseActivities.ActivityOf).Distinct().Count());
        Assert.All(phases, phase => Assert.Contains(PhaseActivities.ActivityOf(phase), functions));
        Assert.Contains(nameof(PhaseActivities.StepPhaseOfOtherRelease), functions);
        Assert.Equal(nameof(PhaseActivities.StepPhaseOfOtherRelease), PhaseActivities.ActivityOf("a-phase-of-a-later-release"));
        Assert.All(PhaseCatalogue.Names, phase => Assert.NotEqual(nameof(PhaseActivities.StepPhaseOfOtherRelease), PhaseActivities.ActivityOf(phase)));
    }
}
