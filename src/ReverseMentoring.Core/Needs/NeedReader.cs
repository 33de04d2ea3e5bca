using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Needs;

/// <summary>Says what a cohort needs of its manager now.</summary>
public sealed class NeedReader(IStore store, TimeProvider clock)
{
    /// <summary>Reads all that is to be known.</summary>
    public async Task<IReadOnlyList<Need>> Read(StandingCohort cohort, CancellationToken cancel = default)
    {
        var repository = new MeetingRepository(store, cohort.Id);
        var meetings = await repository.All(cancel).Select(row => row.Value).ToListAsync(cancel);
        var sessions = await repository.AllSessions(cancel).Select(row => row.Value).ToListAsync(cancel);
        return await Read(cohort, await store.ReadStanding(cohort.Id, cohort.State, cancel), meetings, sessions, await Turnout(cohort, cancel), cancel);
    }

    /// <summary>The same, where most of it has been read.</summary>
    public async Task<IReadOnlyList<Need>> Read(
        StandingCohort cohort, CohortStanding standing, IReadOnlyCollection<Meeting> meetings, IReadOnlyCollection<Session> sessions, Turnout turnout,
        CancellationToken cancel = default)
    {
        if (cohort.State is { Status: CycleStatus.Cancelled or CycleStatus.Erased } or { Phase: PhaseNames.Erased })
        {
            return [];
        }

        return FindAll(new(
            cohort.Cohort, cohort.State, standing, meetings, sessions, turnout, await MailCondition.Read(store, cohort.Partition, cancel),
            await DirectoryFinding.Read(store, cohort.Partition, cancel), clock.GetUtcNow())
        {
            ToCorrect = await ToCorrect(cohort.Partition, cancel),
            ToAdmit = await ToAdmit(cohort, cancel),
            Waiting = standing.StillWaiting(await store.ReadWaiting(cohort.Cohort, cancel)),
        });
    }

    public static IReadOnlyList<Need> FindAll(NeedFacts facts) =>
    [
        .. NeedCatalogue.All.Select(reason => (Reason: reason, Count: reason.Count(facts))).Where(one => one.Count > 0)
            .Select(one => new Need(
                one.Reason, one.Count,
                one.Reason.OfMeeting is { } holds ? [.. facts.Meetings.Where(meeting => holds(facts, meeting)).Select(meeting => meeting.Id)] : [],
                [.. one.Reason.People(facts)]) { Day = one.Reason.Day(facts) }),
    ];

    /// <summary>In the order of their ids, which says nothing of when they asked; not those in whose row it has become right since.</summary>
    private async Task<IReadOnlyList<PersonId>> ToCorrect(string partition, CancellationToken cancel)
    {
        var people = new List<PersonId>();
        await foreach (var asked in store.Query<Correction>(partition, KeyRange.Prefix(Rows.Correction), cancel).Select(row => row.Value))
        {
            if (await store.Read<Person>(partition, Rows.Person + asked.Person, cancel) is { Value: { IsActive: true } listed } && !asked.Against(listed).IsEmpty)
            {
                people.Add(asked.Person);
            }
        }

        return people;
    }

    /// <summary>Nobody where places go by themselves: whoever waits then waits for one to be free.</summary>
    private async Task<int> ToAdmit(StandingCohort cohort, CancellationToken cancel) =>
        cohort.Cohort.Settings.OpenCall is { Admission: Admission.OneByOne } && OpenCalls.Admits(cohort.Cohort, cohort.State)
            ? await store.Query<Applicant>(cohort.Partition, KeyRange.Prefix(Rows.Applicant), cancel).CountAsync(row => row.Value.State is ApplicantState.Waiting, cancel)
            : 0;

    private async Task<Turnout> Turnout(StandingCohort cohort, CancellationToken cancel)
    {
        if (!PhaseCatalogue.Find(cohort.State.Phase).IsAsking)
        {
            return Reports.Turnout.NotTold;
        }

        var answers = await store.Query<AnswerReceipt>(cohort.Partition, KeyRange.Prefix(AskId.AnswersOf(cohort.State.Phase)), cancel)
            .Select(answer => answer.Value.At).ToListAsync(cancel);
        return Turnouts.Today(cohort.Cohort, cohort.State, answers, clock.GetUtcNow());
    }
}
