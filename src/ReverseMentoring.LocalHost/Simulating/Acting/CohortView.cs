using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Simulating.Acting;

/// <summary>A cohort's rows as they are, read beside the product.</summary>
internal sealed class CohortView(IStore disk, CohortId cohort)
{
    public CohortId Id => cohort;

    public IStore Disk => disk;

    public string Partition { get; } = Rows.Partition(cohort);

    public async Task<CycleState?> State() => (await disk.Read<CycleState>(Partition, Rows.State))?.Value;

    public async Task<bool> IsBeingErased() => await disk.Read(ErasureLedger.Partition, ErasureLedger.KeyOf(cohort)) is not null;

    public async Task<Cohort?> Cohort() => (await disk.Read<Cohort>(Partition, Rows.Cohort))?.Value;

    public Task<List<Person>> People() => All<Person>(Rows.Person);

    public Task<List<Meeting>> Meetings() => All<Meeting>(Rows.Meeting);

    public Task<List<Session>> Sessions() => All<Session>(Rows.Session);

    public Task<List<Mail>> Mails() => All<Mail>(Rows.Mail);

    public Task<bool> Any(string prefix) => disk.Query(Partition, KeyRange.Prefix(prefix)).AnyAsync().AsTask();

    public Task<List<T>> All<T>(string prefix)
        where T : class => disk.Query<T>(Partition, KeyRange.Prefix(prefix)).Select(row => row.Value).ToListAsync().AsTask();
}
