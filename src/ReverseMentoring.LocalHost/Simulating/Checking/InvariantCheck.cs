using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Simulating.Acting;
using ReverseMentoring.LocalHost.Simulating.Planning;
using ReverseMentoring.LocalHost.Simulating.Ports;

namespace ReverseMentoring.LocalHost.Simulating.Checking;

/// <summary>Looks whether what must hold does.</summary>
internal sealed class InvariantCheck(SimulationPlan plan, World world, Surroundings around, ToldByUs told)
{
    /// <summary>After the last fault all has come right by then: what failed is tried again within an hour, and each cohort looks once a day.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromHours(27);

    private static readonly TimeSpan Every = TimeSpan.FromHours(12);

    private readonly List<string> unexplained = [];
    private CheckedCohort? cohort;
    private DateTimeOffset lastSettled = DateTimeOffset.MinValue;
    private int faultsBefore, failuresBefore;

    public CohortId Cohort
    {
        set => cohort = new(new(world.Disk, value), world, around, told);
    }

    /// <summary>Something is about to be done.</summary>
    public void Begin() => (faultsBefore, failuresBefore) = (around.Weather.Faults, told.Failures.Count);

    /// <summary>It has failed: an exception that nothing explains is a fault of ours.</summary>
    public void Fails(string what, Exception failure)
    {
        if (around.Weather.Faults == faultsBefore && !(around.AreMany && failure is StoreConflictException))
        {
            unexplained.Add($"no step fails by itself: {what}: {failure}");
        }
    }

    /// <returns>What does not hold that must, after each step.</returns>
    public async Task<IReadOnlyList<string>> Always()
    {
        if (told.Failures.Count > failuresBefore && around.Weather.Faults == faultsBefore)
        {
            unexplained.Add($"no page fails by itself: {told.Failures[^1]}");
        }

        failuresBefore = told.Failures.Count;
        HashSet<string> keys = [.. world.Disk.TakeChanged().Where(row => row.Partition == cohort!.View.Partition).Select(row => row.Key)];
        if (keys.Count == 0)
        {
            return unexplained;
        }

        cohort!.Change(keys);
        var broken = await Break(Invariants.Always.Where(invariant => invariant.IsTouchedBy(keys)));
        cohort.MailsSeen = world.Mail.Taken.Count;
        return [.. unexplained, .. broken];
    }

    /// <returns>What does not hold that must, when all has come to rest.</returns>
    public async Task<IReadOnlyList<string>> Settled()
    {
        if (plan.Lasting || around.Clock.Now - around.Weather.LastFault < Settling || around.Clock.Now - lastSettled < Every)
        {
            return [];
        }

        lastSettled = around.Clock.Now;
        return await Break(Invariants.Settled);
    }

    public async Task<bool> IsOver() => await cohort!.View.State() is { Status: CycleStatus.Erased };

    public async Task<IReadOnlyList<string>> Ended() => plan.Lasting ? [] : await Break(Invariants.Ended);

    private async Task<IReadOnlyList<string>> Break(IEnumerable<Invariant> invariants)
    {
        var broken = new List<string>();
        foreach (var invariant in invariants)
        {
            broken.AddRange((await invariant.Breaks(cohort!)).Select(found => $"{invariant.Name}: {found}"));
        }

        return broken;
    }
}
