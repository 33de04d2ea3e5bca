using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>Reads what a meeting's step, or a page about its sessions, works with.</summary>
internal sealed class MeetingLoading(IStore store, IEnumerable<IMeetingPolicy<MeetingContext>> policies, TimeProvider clock)
{
    private readonly Dictionary<MeetingKind, IMeetingPolicy<MeetingContext>> byKind = policies.ToDictionary(policy => policy.Kind);

    /// <returns>Null where there is no such meeting, or it is not on its way.</returns>
    public async Task<MeetingContext?> Load(CohortId cohortId, MeetingId meetingId, CancellationToken cancel)
    {
        var (partition, repository) = (Rows.Partition(cohortId), new MeetingRepository(store, cohortId));
        var cohort = await store.ReadCohort(cohortId, cancel);
        var state = await store.ReadState(cohortId, cancel);
        if (cohort is null || state is null
            || await repository.Find(meetingId, cancel) is not { Value.Status: MeetingStatus.Proposed or MeetingStatus.Running } meeting)
        {
            return null;
        }

        var commands = await repository.Commands(meetingId, cancel).ToListAsync(cancel);
        var known = new Dictionary<PersonId, Person>();
        foreach (var id in meeting.Value.People.Union(commands.Select(command => command.Value.Person).OfType<PersonId>()))
        {
            if (await store.Read<Person>(partition, Rows.Person + id, cancel) is { } person)
            {
                known.Add(id, person.Value);
            }
        }

        var policy = byKind[meeting.Value.Kind];
        if (policy.NeedsEverybody && !meeting.Value.People.All(known.ContainsKey))
        {
            return null;
        }

        return new(cohort, state.Value, meeting, known, policy, clock.GetUtcNow())
        {
            Sessions = await repository.Sessions(meetingId, cancel).ToListAsync(cancel),
            KeptHistory = await repository.History(meetingId, cancel),
            Events = await repository.Events(meetingId, cancel).ToListAsync(cancel),
            Asks = await store.Query<Ask>(partition, KeyRange.Prefix(AskId.AsksOf(meetingId.Value)), cancel).ToListAsync(cancel),
            Answers = await store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(meetingId.Value)), cancel)
                .ToDictionaryAsync(row => row.Key, cancellationToken: cancel),
            Commands = commands,
            Together = meeting.Value is { Status: MeetingStatus.Proposed, Together: { } other } ? await Find(repository, partition, other, cancel) : null,
        };
    }

    /// <summary>A pair of a swap that is gone will not begin.</summary>
    private async Task<OtherProposal> Find(MeetingRepository repository, string partition, MeetingId id, CancellationToken cancel)
    {
        if (await repository.Find(id, cancel) is not { Value: var other })
        {
            return new(id, MeetingStatus.Declined, false);
        }

        var accepted = !other.KeptApart;
        foreach (var person in other.People)
        {
            var answer = await store.Read<Answer<ConfirmationAnswer>>(partition, new AskId(id.Value, FormKind.Confirmation, 0, person).AnswerKey, cancel);
            accepted &= answer is { Value.Value.Accepts: true };
        }

        return new(id, other.Status, accepted);
    }
}
