using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>A cohort as it was started, and where it stands now.</summary>
public sealed record StandingCohort(Cohort Cohort, CycleState State)
{
    public CohortId Id => Cohort.Id;

    public string Partition => Rows.Partition(Id);

    public IReadOnlyList<CommandKind> Possible { get; } = [.. CohortCommand.Possible(State)];
}

/// <summary>Where managers find their cohorts and say what is to be done with them: stored first, then the cohort is woken.</summary>
public sealed class CohortService(IStore store, Wakes wakes, TimeProvider clock)
{
    /// <returns>Null where there is no such cohort, or its start was never finished.</returns>
    public async Task<StandingCohort?> Find(CohortId id, CancellationToken cancel = default)
    {
        if (!CohortIds.IsOne(id.Value))
        {
            return null;
        }

        var cohort = await store.Read<Cohort>(Rows.Partition(id), Rows.Cohort, cancel);
        var state = await store.Read<CycleState>(Rows.Partition(id), Rows.State, cancel);
        return cohort is null || state is null ? null : new(cohort.Value, state.Value);
    }

    /// <summary>All cohorts, those that are over too, by id.</summary>
    public async IAsyncEnumerable<StandingCohort> All([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var row in store.Query(Rows.Cohorts, KeyRange.Prefix(""), cancel))
        {
            if (await Find(new(row.Key), cancel) is { } cohort)
            {
                yield return cohort;
            }
        }
    }

    /// <summary>Gives a command. Whether it makes sense is decided again when the cohort takes its turn.</summary>
    /// <param name="seen">The cohort as the manager saw it.</param>
    /// <param name="kind">What is to be done.</param>
    /// <param name="days">With <see cref="CommandKind.Extend"/>.</param>
    /// <param name="mentor">With locks and forbids.</param>
    /// <param name="mentee">With locks and forbids.</param>
    /// <param name="policy">With <see cref="CommandKind.Rerun"/>: other weights and rules.</param>
    /// <param name="cancel">Cancels the writes.</param>
    public async Task GiveCommand(
        StandingCohort seen, CommandKind kind, int days = 0, PersonId? mentor = null, PersonId? mentee = null, MatchingPolicy? policy = null,
        CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var command = new CohortCommand(kind, now, days, mentor, mentee, seen.State.Stage, policy);
        var rules = policy is null ? "" : StoredJson.Write(policy);
        var key = $"{CohortCommand.Keys}{Names.Moment(now)}.{Names.Digest($"command:{kind}:{days}:{mentor}:{mentee}{rules}")}";
        await Store(seen, key, command, cancel);
    }

    /// <summary>Gives other settings, by their paths; what makes no sense any more when the cohort takes its turn falls away.</summary>
    public async Task GiveChanges(StandingCohort seen, IReadOnlyDictionary<string, JsonNode?> changes, CancellationToken cancel = default)
    {
        var command = new CohortCommand(CommandKind.Change, clock.GetUtcNow(), Stage: seen.State.Stage, Changes: changes);
        var key = $"{CohortCommand.Keys}{Names.Moment(command.At)}.{Names.Digest("change:" + StoredJson.Write(changes))}";
        await Store(seen, key, command, cancel);
    }

    /// <summary>Gives a command once, however often the call comes: its key is kept beside it, in one write.</summary>
    /// <param name="seen">The cohort as the manager saw it.</param>
    /// <param name="key">Unique to this call; a second call with the same key is the same call.</param>
    /// <param name="kind">What is to be done.</param>
    /// <param name="days">With <see cref="CommandKind.Extend"/>.</param>
    /// <param name="cancel">Cancels the writes.</param>
    public async Task GiveOnce(StandingCohort seen, string key, CommandKind kind, int days = 0, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var (given, wake) = (new GivenCommand(kind, days), await wakes.Announce(ProcessId.OfCohort(seen.Id), cancel));
        try
        {
            await store.Write(
                seen.Partition,
                [
                    Documents.Insert(GivenCommand.KeyOf(key), given),
                    Documents.Insert(
                        $"{CohortCommand.Keys}{Names.Moment(now)}.{Names.Digest("given:" + key)}", new CohortCommand(kind, now, days, Stage: seen.State.Stage)),
                ],
                cancel);
        }
        catch (StoreConflictException) when (!cancel.IsCancellationRequested)
        {
            // The same call was quicker.
        }

        await wake.Now(cancel);
    }

    /// <returns>What a key was used for in this cohort; null: for nothing yet.</returns>
    public async Task<GivenCommand?> Given(StandingCohort cohort, string key, CancellationToken cancel = default) =>
        (await store.Read<GivenCommand>(cohort.Partition, GivenCommand.KeyOf(key), cancel))?.Value;

    private async Task Store(StandingCohort seen, string key, CohortCommand command, CancellationToken cancel)
    {
        var wake = await wakes.Announce(ProcessId.OfCohort(seen.Id), cancel);
        await store.InsertMissing(seen.Partition, [new(key, StoredJson.Write(command))], cancel);
        await wake.Now(cancel);
    }
}
