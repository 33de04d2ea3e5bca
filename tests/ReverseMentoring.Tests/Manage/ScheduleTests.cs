using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Each phase has its place in what is to come: none lasts no days because it was forgotten.</summary>
public sealed class ScheduleTests
{
    public static TheoryData<string> Phases => [.. PhaseCatalogue.Names];

    [Theory]
    [MemberData(nameof(Phases))]
    public void From_each_phase_it_is_said_when_the_later_ones_begin(string phase)
    {
        var schedule = Estimate(phase);

        Assert.Equal(PhaseCatalogue.Names.SkipWhile(name => name != phase).Skip(1), schedule.Begins.Keys);
        Assert.Equal(schedule.Begins.Values.Order(), schedule.Begins.Values);
        Assert.Equal(phase is PhaseNames.Matching or PhaseNames.Report or PhaseNames.Erased, schedule.Ends is null);
    }

    [Fact]
    public void Only_what_is_reckoned_or_written_takes_no_days()
    {
        var begins = Estimate(PhaseNames.Preparation).Begins;

        Assert.Equal(
            [PhaseNames.Matching, PhaseNames.Report],
            begins.Zip(begins.Skip(1)).Where(pair => pair.First.Value == pair.Second.Value).Select(pair => pair.First.Key));
    }

    [Fact]
    public void A_phase_without_a_place_is_a_fault_and_not_a_phase_of_no_days() =>
        Assert.Throws<ArgumentException>(() => Estimate("mid-term-party"));

    private static Schedule Estimate(string phase)
    {
        var cohort = SmallCohort.In(PhaseNames.Preparation).Cohort;
        var settings = cohort.Settings with { Review = cohort.Settings.Review with { GoOnAfterDeadline = true } };
        var state = CycleState.Begin(SmallCohort.Start) with { Phase = phase, OpenedAt = SmallCohort.Start };

        // One that has no sessions yet.
        return Schedule.Estimate(cohort with { Settings = settings }, state, new(state, [], [new() { Id = new("p-1"), Kind = MeetingKind.Pair, Round = 1, Members = [] }], []), [], SmallCohort.Start);
    }
}
