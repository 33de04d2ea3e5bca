using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Processes;

public sealed class WavesTests
{
    private static readonly ProcessId Ana = ProcessId.OfMeeting("spring", "p-ana");
    private static readonly ProcessId AnaAgain = ProcessId.OfMeeting("spring", "p-ana-again");
    private static readonly ProcessId Ben = ProcessId.OfMeeting("spring", "p-ben");
    private static readonly ProcessId Cohort = ProcessId.OfCohort("spring");

    private readonly MemoryStore store = new();

    [Fact]
    public async Task Pairs_that_share_nobody_step_side_by_side() =>
        Assert.Equal([[Ana, Ben]], await WavesOf(Ana, Ben));

    [Fact]
    public async Task Pairs_that_share_a_mentor_step_one_after_the_other() =>
        Assert.Equal([[Ana], [AnaAgain, Ben]], await WavesOf(Ana, AnaAgain, Ben));

    [Fact]
    public async Task A_cohort_and_the_outbox_step_alone_and_in_their_turn() =>
        Assert.Equal([[Cohort], [ProcessId.Outbox], [Ana], [Cohort], [Ben]], await WavesOf(Cohort, ProcessId.Outbox, Ana, Cohort, Ben));

    [Fact]
    public async Task A_pair_of_which_nothing_is_left_steps_alone() =>
        Assert.Equal([[Ana], [ProcessId.OfMeeting("autumn", "p-ben")], [Ben]], await WavesOf(Ana, ProcessId.OfMeeting("autumn", "p-ben"), Ben));

    private async Task<IReadOnlyList<IReadOnlyList<ProcessId>>> WavesOf(params IReadOnlyList<ProcessId> due)
    {
        await Keep("p-ana", "ana", "lea");
        await Keep("p-ana-again", "ana", "max");
        await Keep("p-ben", "ben", "zoe");
        return await new ParallelBatches(store).Batch(due, default);
    }

    private Task Keep(string id, string mentor, string mentee) => store.Write(
        Rows.Partition("spring"), [MeetingRepository.Row(new()
        {
            Id = id, Kind = MeetingKind.Pair, Members = [new(mentor, Core.Vocabulary.Role.Mentor, []), new(mentee, Core.Vocabulary.Role.Mentee, [])], Round = 1,
        })]);
}
