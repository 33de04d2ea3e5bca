using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Processes;

public sealed class WavesTests
{
    private static readonly ProcessId Ana = ProcessId.OfMeeting(new CohortId("spring"), new MeetingId("p-ana"));
    private static readonly ProcessId AnaAgain = ProcessId.OfMeeting(new CohortId("spring"), new MeetingId("p-ana-again"));
    private static readonly ProcessId Ben = ProcessId.OfMeeting(new CohortId("spring"), new MeetingId("p-ben"));
    private static readonly ProcessId Cohort = ProcessId.OfCohort(new CohortId("spring"));

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
        Assert.Equal([[Ana], [ProcessId.OfMeeting(new CohortId("autumn"), new MeetingId("p-ben"))], [Ben]], await WavesOf(Ana, ProcessId.OfMeeting(new CohortId("autumn"), new MeetingId("p-ben")), Ben));

    private async Task<IReadOnlyList<IReadOnlyList<ProcessId>>> WavesOf(params IReadOnlyList<ProcessId> due)
    {
        await Keep(new MeetingId("p-ana"), new PersonId("ana"), new PersonId("lea"));
        await Keep(new MeetingId("p-ana-again"), new PersonId("ana"), new PersonId("max"));
        await Keep(new MeetingId("p-ben"), new PersonId("ben"), new PersonId("zoe"));
        return await new ParallelBatches(store).Batch(due, default);
    }

    private Task Keep(MeetingId id, PersonId mentor, PersonId mentee) => store.Write(
        Rows.Partition(new CohortId("spring")), [MeetingRepository.Row(new()
        {
            Id = id, Kind = MeetingKind.Pair, Members = [new(mentor, Core.Vocabulary.Role.Mentor, []), new(mentee, Core.Vocabulary.Role.Mentee, [])], Round = 1,
        })]);
}
