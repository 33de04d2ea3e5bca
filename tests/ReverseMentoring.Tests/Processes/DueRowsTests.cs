using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Processes;

public sealed class DueRowsTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    private static readonly ProcessId Cohort = ProcessId.OfCohort(new("spring"));

    private readonly DueRows due = new(new MemoryStore());

    [Fact]
    public async Task Two_moments_within_one_millisecond_are_one_row()
    {
        await due.Wake(Cohort, Now.AddTicks(5_000));
        await due.Wake(Cohort, Now.AddTicks(1_000));
        await due.Finish(await due.Begin(Cohort), Now.AddTicks(9_000));

        Assert.Equal([(Cohort, Now)], await due.Overdue(Now).ToListAsync());
    }

    [Fact]
    public async Task A_wake_during_a_step_stands_when_the_step_ends()
    {
        await due.Wake(Cohort, Now);
        var lease = await due.Begin(Cohort);
        await due.Wake(Cohort, Now.AddMinutes(1));

        await due.Finish(lease, Now.AddDays(1));

        Assert.Equal([(Cohort, Now)], await due.Overdue(Now).ToListAsync());
    }
}
