using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>Who waits by a draw hears it when the others hear of their partners, and not when the sessions begin.</summary>
public sealed class ToldTests
{
    [Fact]
    public async Task With_the_first_proposals_those_who_wait_are_told_once()
    {
        var cohort = Drawn();

        await Advance(cohort);

        Assert.Equal([SmallCohort.Kim.Id], await Told(cohort));
        var state = (await cohort.Find<CycleState>(Rows.State))!;
        Assert.Equal(MeetingStatus.Proposed, (await cohort.Find<Meeting>(MeetingRepository.KeyOf(SmallCohort.Pair.Id)))!.Status);
        Assert.Null(state.Cursor);

        // The step comes again, and after declines the phase does.
        await Advance(cohort);
        cohort.Put(Rows.State, state with { OpenedAt = null, Past = [new(PhaseNames.Confirmation, SmallCohort.Start, SmallCohort.Start, 1, 0)] });
        await Advance(cohort);
        Assert.Equal([SmallCohort.Kim.Id], await Told(cohort));
    }

    [Fact]
    public async Task Who_has_left_is_told_nothing()
    {
        var cohort = Drawn();
        cohort.Put(Rows.Person + SmallCohort.Kim.Id, SmallCohort.Kim with { LeftAt = SmallCohort.Start });

        await Advance(cohort);

        Assert.Empty(await Told(cohort));
    }

    private static SmallCohort Drawn()
    {
        var cohort = SmallCohort.In(PhaseNames.Confirmation).WithPair(MeetingStatus.Draft);
        cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Confirmation });
        cohort.Put(Rows.Cohort, Settled(cohort));
        cohort.Put(Rows.Lot + SmallCohort.Kim.Id, new Lot(SmallCohort.Kim.Id, Waits: true));
        cohort.Put(Rows.Lot + SmallCohort.Tomas.Id, new Lot(SmallCohort.Tomas.Id, Waits: false));
        return cohort;
    }

    private static Cohort Settled(SmallCohort cohort) => cohort.Cohort with { Settings = cohort.Cohort.Settings with { DrawnWaitingList = true } };

    private static async Task Advance(SmallCohort cohort) =>
        await new Confirmation().Advance(new(cohort.Store, Settled(cohort), (await cohort.Store.ReadState(cohort.Cohort.Id))!, SmallCohort.Start), default);

    private static async Task<IReadOnlyList<PersonId?>> Told(SmallCohort cohort) => await cohort.Store.Query<Mail>(Rows.Partition(cohort.Cohort.Id), KeyRange.Prefix(Rows.Mail))
        .Where(mail => mail.Value.Kind is MailKind.Unmatched).Select(mail => mail.Value.Person).ToListAsync();
}
