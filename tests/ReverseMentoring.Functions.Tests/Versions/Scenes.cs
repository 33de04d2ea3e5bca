using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using static ReverseMentoring.Functions.Tests.Versions.Scene;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>All that today's orchestrators may ask for.</summary>
internal static class Scenes
{
    private static readonly DateTimeOffset Tomorrow = new DateTimeOffset(Played.Begin).AddDays(1);

    private static readonly string[] OfProcesses = [nameof(MeetingOrchestrator), nameof(OutboxOrchestrator), nameof(DraftOrchestrator)];

    public static IReadOnlyList<Scene> All { get; } =
    [
        .. PhaseCatalogue.Names.Append("of-another-release").Select(phase => new Scene(nameof(CohortOrchestrator), $"begins a generation in {phase}", Cohort(phase))),
        .. Generations(nameof(CohortOrchestrator), failures => Cohort(PhaseNames.CallForTopics, failures), PhaseNames.CallForTopics),
        .. OfProcesses.SelectMany(name => Generations(name, failures => new ProcessGeneration("a.process", failures), null)),
        new(nameof(CohortOrchestrator), "goes where the core says", Cohort(PhaseNames.CallForTopics), Says(Waits(PhaseNames.OffersAndWishes)), TimerFires),
        .. new[] { nameof(CohortOrchestrator), nameof(MeetingOrchestrator), nameof(DraftOrchestrator) }.Select(name => new Scene(
            name, "ends", name == nameof(CohortOrchestrator) ? Cohort(PhaseNames.Retention) : new ProcessGeneration("a.process"), Says(new StepOutcome(null, null, Ended: true, [])))),
    ];

    private static IEnumerable<Scene> Generations(string orchestrator, Func<int, object> input, string? phase) =>
    [
        new(orchestrator, "waits until its timer", input(0), Says(Waits(phase)), TimerFires),
        new(orchestrator, "is woken while it waits", input(0), Says(Waits(phase)), Wake),
        new(orchestrator, "waits for nothing but whoever wakes it", input(0), Says(Waits(phase) with { WakeAt = null }), Wake),
        new(orchestrator, "goes on at once", input(0), Says(Waits(phase) with { WakeAt = Played.Begin })),
        new(orchestrator, "fails and tries again", input(0), Fails, TimerFires),
        new(orchestrator, "fails again and again", input(7), Fails, Wake),
        new(orchestrator, "wakes more than are in flight at once", input(0), Says(Starts(phase, Generation.InFlight + 1)), Done, Done, TimerFires),
        new(orchestrator, "wakes one at the second try", input(0), Says(Starts(phase, 1)), Fails, TimerFires, Done, TimerFires),
        new(orchestrator, "wakes one in vain", input(0), Says(Starts(phase, 1)), Fails, TimerFires, Fails, TimerFires, Fails, TimerFires, Fails, TimerFires),
    ];

    private static CohortGeneration Cohort(string phase, int failures = 0) => new(new CohortId("spring"), phase, failures);

    private static StepOutcome Waits(string? phase) => new(Tomorrow, phase, Ended: false, []);

    private static StepOutcome Starts(string? phase, int count) => Waits(phase) with { Starts = [.. Enumerable.Range(1, count).Select(number => $"m.{number}")] };
}
