using System.Security.Cryptography;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

public enum StartOutcome
{
    Started,

    /// <summary>Nothing was stored: the findings say why.</summary>
    Refused,

    /// <summary>The key has been used for something else.</summary>
    KeyUsed,
}

/// <param name="Cohort">Its id; null where nothing was started.</param>
/// <param name="Plan">What was started.</param>
public sealed record Start(StartOutcome Outcome, CohortId? Cohort = null, CohortPlan? Plan = null);

/// <summary>
/// Starts a cohort from what was sent. A call that comes again under its key, at the same time, later, or after a crash
/// half-way, comes to the same cohort.
/// </summary>
public sealed class CohortStarter(IStore store, CohortPlanner planner, PersonRegister register, Wakes wakes, TimeProvider clock)
{
    /// <param name="cohort">The JSON.</param>
    /// <param name="people">The CSV, where there is one.</param>
    /// <param name="key">Unique to this call; a second call with the same key is the same call.</param>
    /// <param name="findings">Takes all that is wrong, and the warnings.</param>
    /// <param name="cancel">Cancels between writes; the same call again goes on there.</param>
    /// <exception cref="Scheduling.Calendars.CalendarException">The directory can't be reached; nothing was stored, the same call may come again.</exception>
    public async Task<Start> Start(ReadOnlyMemory<byte> cohort, byte[]? people, string key, Findings findings, CancellationToken cancel = default)
    {
        var body = Digest(cohort.Span, people);
        var claim = await store.Read<StartClaim>(StartClaim.Partition, StartClaim.KeyOf(key), cancel);
        if (claim is not null && claim.Value.Body != body)
        {
            return new(StartOutcome.KeyUsed, claim.Value.Cohort);
        }

        var now = claim?.Value.At ?? clock.GetUtcNow();
        if (await planner.Plan(CohortReaderFromJson.ReadCohort(cohort, people, findings), now, findings, cancel) is not { } plan)
        {
            return new(StartOutcome.Refused);
        }

        var id = claim?.Value.Cohort ?? CohortIds.Create(plan.Settings.Name, key);
        if (claim is null && await Claim(key, new(body, id, now), cancel) is { } other)
        {
            if (other.Body != body)
            {
                return new(StartOutcome.KeyUsed, other.Cohort);
            }

            now = other.At;
        }

        await WarnOfTwin(id, plan.Settings, now, findings, cancel);
        // Holidays of its people count from the first look on, and not only from its first step.
        await Keep(new(id, plan.Settings, now) { Holidays = plan.Holidays }, plan, cancel);
        return new(StartOutcome.Started, id, plan);
    }

    /// <summary>Writes what is not there yet. The state comes last: what has none is no cohort, neither to processes nor in lists.</summary>
    private async Task Keep(Cohort cohort, CohortPlan plan, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort.Id);
        if (await store.Read(partition, Rows.State, cancel) is not null)
        {
            return;
        }

        var ids = await register.Enrol(cohort.Id, plan.Roster.Select(entry => entry.Email), cancel);
        await store.InsertMissing(
            partition,
            [
                .. plan.PeopleWith(address => ids[address]).Select(person => new Change.Insert(Rows.Person + person.Id, StoredJson.Write(person))),
                .. plan.LineWith(address => ids[address]).Select(manager => new Change.Insert(Rows.Line + manager.Id, StoredJson.Write(manager))),
                new Change.Insert(Rows.Cohort, StoredJson.Write(cohort)),
            ],
            cancel);
        await KnownHolidays.Keep(store, cohort, plan.People, cancel);
        var listing = new CohortListing(cohort.Settings.Name, cohort.Settings.Start, cohort.CreatedAt);
        await store.InsertMissing(Rows.Cohorts, [new(cohort.Id.Value, StoredJson.Write(listing))], cancel);
        var wake = await wakes.Announce(ProcessId.OfCohort(cohort.Id), cancel);
        await store.InsertMissing(partition, [new(Rows.State, StoredJson.Write(CycleState.Begin(cohort.CreatedAt)))], cancel);
        await wake.Now(cancel);
    }

    /// <returns>Null where the key is ours now, or the claim of the call that was quicker.</returns>
    private async Task<StartClaim?> Claim(string key, StartClaim claim, CancellationToken cancel)
    {
        var row = new Change.Insert(StartClaim.KeyOf(key), StoredJson.Write(claim));
        return (await store.InsertMissing(StartClaim.Partition, [row], cancel)).Count > 0
            ? null
            : (await store.Read<StartClaim>(StartClaim.Partition, row.Key, cancel))!.Value;
    }

    private async Task WarnOfTwin(CohortId id, CohortSettings settings, DateTimeOffset now, Findings findings, CancellationToken cancel)
    {
        await foreach (var other in store.Query<CohortListing>(Rows.Cohorts, KeyRange.Prefix(""), cancel))
        {
            if (other.Key != id.Value && other.Value.CreatedAt <= now && other.Value.Name == settings.Name && other.Value.Start == settings.Start)
            {
                findings.Warn(
                    "name", $"Cohort {other.Key} has the same name and the same first day.",
                    "If this was meant to be one cohort, cancel one of the two; an Idempotency-Key makes a repeated call harmless.");
            }
        }
    }

    private static string Digest(ReadOnlySpan<byte> cohort, byte[]? people) =>
        Convert.ToHexStringLower(SHA256.HashData(cohort)) + (people is null ? "" : Convert.ToHexStringLower(SHA256.HashData(people)));
}
