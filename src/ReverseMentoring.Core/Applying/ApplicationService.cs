using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Applying;

/// <summary>Where people come by themselves, confirm their address, and are admitted or not.</summary>
public sealed class ApplicationService(IStore store, PersonRegister register, Wakes wakes, TimeProvider clock)
{
    /// <summary>So long a link to confirm an address can be used.</summary>
    public static readonly TimeSpan Confirmable = TimeSpan.FromDays(3);

    /// <summary>Who comes again within it gets no second mail: whoever knows an address could else flood it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>
    /// Notes that somebody would like to take part, and has them asked by mail whether it was they. Whether an address is known already
    /// shows to nobody: the answer is the same.
    /// </summary>
    /// <param name="cohort">One whose call is open.</param>
    /// <param name="person">As they said it; the id is given here.</param>
    /// <param name="cancel">Cancels between writes.</param>
    public async Task Apply(StandingCohort cohort, Person person, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var ids = await register.Enrol(cohort.Id, [person.Email], cancel);
        if (!ids.TryGetValue(person.Email, out var id) || await store.Read(cohort.Partition, Rows.Person + id, cancel) is not null)
        {
            return;
        }

        var before = await store.Read<Applicant>(cohort.Partition, Applicant.KeyOf(id), cancel);
        if (before is not null && (before.Value.State is not ApplicantState.Unconfirmed || now - before.Value.At < Pause))
        {
            return;
        }

        var applicant = new Applicant(person with { Id = id }, ApplicantState.Unconfirmed, now, before?.Value.AskedAt ?? now) { Times = (before?.Value.Times ?? 0) + 1 };
        var wake = await wakes.Announce([ProcessId.Outbox, ProcessId.OfCohort(cohort.Id)], cancel);
        await store.Write(
            cohort.Partition,
            [
                before is null ? Documents.Insert(Applicant.KeyOf(id), applicant) : before.Replace(applicant),
                .. ApplicantMails.To(applicant, MailKind.ApplicationConfirm, now, now + Confirmable),
            ],
            cancel);
        await wake.Now(cancel);
    }

    public async Task<Stored<Applicant>?> Find(CohortId cohort, PersonId person, CancellationToken cancel = default) =>
        await store.Read<Applicant>(Rows.Partition(cohort), Applicant.KeyOf(person), cancel);

    /// <summary>Those who have confirmed, the first first.</summary>
    public async Task<IReadOnlyList<Applicant>> Waiting(CohortId cohort, CancellationToken cancel = default) =>
    [
        .. (await store.Query<Applicant>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Applicant), cancel).Select(row => row.Value)
            .Where(applicant => applicant.State is ApplicantState.Waiting).ToListAsync(cancel)).OrderBy(applicant => applicant.At).ThenBy(applicant => applicant.Id),
    ];

    /// <summary>It was they: they are on the waiting list, and hear where they stand. The same again changes nothing.</summary>
    public async Task Confirm(StandingCohort cohort, PersonId person, CancellationToken cancel = default)
    {
        if (await Find(cohort.Id, person, cancel) is not { Value.State: ApplicantState.Unconfirmed } stored)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var waiting = stored.Value with { State = ApplicantState.Waiting, At = now };
        await Store(cohort, [stored.Replace(waiting), .. ApplicantMails.To(waiting, MailKind.ApplicationWaiting, now.AddSeconds(1))], cancel);
    }

    /// <summary>It was not they, or they have thought again: nothing is kept of them.</summary>
    public Task Withdraw(CohortId cohort, PersonId person, CancellationToken cancel = default) => Forget(store, cohort, person, cancel);

    /// <summary>They take part from now on, and hear it. The same again does nothing.</summary>
    /// <returns>False: they don't wait any more.</returns>
    public async Task<bool> Admit(StandingCohort cohort, PersonId person, CancellationToken cancel = default)
    {
        if (await Find(cohort.Id, person, cancel) is not { Value.State: ApplicantState.Waiting } stored)
        {
            return false;
        }

        await Store(cohort, Admitted(stored, clock.GetUtcNow()), cancel);
        return true;
    }

    /// <summary>Not this time: they hear it kindly, and without a reason.</summary>
    /// <returns>False: they don't wait any more.</returns>
    public async Task<bool> Refuse(StandingCohort cohort, PersonId person, CancellationToken cancel = default)
    {
        if (await Find(cohort.Id, person, cancel) is not { Value.State: ApplicantState.Waiting } stored)
        {
            return false;
        }

        await Store(cohort, Refused(stored, clock.GetUtcNow()), cancel);
        return true;
    }

    /// <summary>In one write: a participant, whom the phase that runs asks, and no applicant any more.</summary>
    internal static IReadOnlyList<Change> Admitted(Stored<Applicant> stored, DateTimeOffset now) =>
    [
        stored.Delete(), Newcomer.Row(stored.Value.Id), new Change.Insert(Rows.Person + stored.Value.Id, StoredJson.Write(stored.Value.Person)),
        .. ApplicantMails.To(stored.Value, MailKind.ApplicationAdmitted, now),
    ];

    internal static IReadOnlyList<Change> Refused(Stored<Applicant> stored, DateTimeOffset now)
    {
        var refused = stored.Value with { State = ApplicantState.Refused, At = now };
        return [stored.Replace(refused), .. ApplicantMails.To(refused, MailKind.ApplicationOver, now)];
    }

    private async Task Store(StandingCohort cohort, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var wake = await wakes.Announce(ProcessId.OfCohort(cohort.Id), cancel);
        await store.Write(cohort.Partition, changes, cancel);
        await wake.Now(cancel);
    }

    /// <summary>All that is kept of somebody who takes no part.</summary>
    internal static async Task Forget(IStore store, CohortId cohort, PersonId person, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort);
        await store.Remove(partition, Applicant.KeyOf(person), cancel);
        await store.Remove(partition, Rows.Mailed + person, cancel);
        await store.DeleteAll(partition, KeyRange.Prefix($"{Rows.MailOf}{person}."), cancel);
        foreach (var mail in await store.Query<Mail>(partition, KeyRange.Prefix(Rows.Mail), cancel).Where(mail => mail.Value.Person == person).Select(mail => mail.Value).ToListAsync(cancel))
        {
            await store.Remove(partition, mail.QueueKey, cancel);
            await store.Remove(partition, Rows.Mail + mail.Name, cancel);
            await store.Remove(partition, Rows.Failed + mail.Name, cancel);
        }
    }
}
