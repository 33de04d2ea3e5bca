using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>The pairs, circles and sessions of one cohort, as rows.</summary>
public sealed class MeetingRepository(IStore store, CohortId cohort)
{
    private readonly string partition = Rows.Partition(cohort);

    public static string KeyOf(MeetingId meeting) => Rows.Meeting + meeting;

    public static string MemberKey(PersonId person, MeetingId meeting) => MemberKeys(person) + meeting;

    /// <summary>Says that somebody is or was in a meeting; written when they first hear of it.</summary>
    public static Change Member(PersonId person, MeetingId meeting) => Documents.Put(MemberKey(person, meeting), new MeetingNamed(meeting));

    private static string MemberKeys(PersonId person) => $"{Rows.MeetingOf}{person}.";

    public static string SessionKeys(MeetingId meeting) => $"{Rows.Session}{meeting}.";

    public static string SessionKey(MeetingId meeting, int number) => $"{SessionKeys(meeting)}{number:D3}";

    public static string EventKeys(MeetingId meeting) => $"{Rows.Event}{meeting}.";

    public static string EventKey(MeetingId meeting, int number) => $"{EventKeys(meeting)}{number:D3}";

    public static string HistoryKey(MeetingId meeting) => Rows.History + meeting;

    /// <summary>A row for each, of which its members have not heard yet.</summary>
    public static Change.Insert Row(Meeting meeting) => new(KeyOf(meeting.Id), StoredJson.Write(meeting));

    public IAsyncEnumerable<Stored<Meeting>> All(CancellationToken cancel = default) =>
        store.Query<Meeting>(partition, KeyRange.Prefix(Rows.Meeting), cancel);

    public IAsyncEnumerable<Meeting> All(MeetingKind kind, CancellationToken cancel = default) =>
        All(cancel).Select(row => row.Value).Where(meeting => meeting.Kind == kind);

    public Task<Stored<Meeting>?> Find(MeetingId meeting, CancellationToken cancel = default) =>
        store.Read<Meeting>(partition, KeyOf(meeting), cancel);

    /// <summary>Whether somebody has, or had, a partner or a place in a circle.</summary>
    public ValueTask<bool> HasMet(PersonId person, CancellationToken cancel = default) => OfPerson(person, cancel).AnyAsync(meeting => meeting.StartedAt is not null, cancel);

    /// <summary>The meetings that somebody is or was in, from the moment they heard of it. Reads these few only.</summary>
    public async IAsyncEnumerable<Meeting> OfPerson(PersonId person, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var row in store.Query<MeetingNamed>(partition, KeyRange.Prefix(MemberKeys(person)), cancel))
        {
            if (await Find(row.Value.Meeting, cancel) is { } meeting)
            {
                yield return meeting.Value;
            }
        }
    }

    /// <summary>Those of somebody that end if a proposed one comes about; one that has only been proposed itself isn't theirs yet.</summary>
    public async Task<IReadOnlyList<Meeting>> EndedFor(PersonId person, Meeting proposed, CancellationToken cancel = default)
    {
        var ending = new List<Meeting>();
        foreach (var id in proposed.Status is MeetingStatus.Proposed ? proposed.Replaces ?? [] : [])
        {
            if (await Find(id, cancel) is { Value: { Status: MeetingStatus.Running } meeting } && meeting.Has(person))
            {
                ending.Add(meeting);
            }
        }

        return ending;
    }

    public async Task<Session?> FindSession(MeetingId meeting, int number, CancellationToken cancel = default) =>
        (await store.Read<Session>(partition, SessionKey(meeting, number), cancel))?.Value;

    public IAsyncEnumerable<Stored<Session>> Sessions(MeetingId meeting, CancellationToken cancel = default) =>
        store.Query<Session>(partition, KeyRange.Prefix(SessionKeys(meeting)), cancel);

    public IAsyncEnumerable<Stored<Session>> AllSessions(CancellationToken cancel = default) =>
        store.Query<Session>(partition, KeyRange.Prefix(Rows.Session), cancel);

    public async Task<SessionEventRow?> FindEvent(MeetingId meeting, int number, CancellationToken cancel = default) =>
        (await store.Read<SessionEventRow>(partition, EventKey(meeting, number), cancel))?.Value;

    public IAsyncEnumerable<Stored<SessionEventRow>> Events(MeetingId meeting, CancellationToken cancel = default) =>
        store.Query<SessionEventRow>(partition, KeyRange.Prefix(EventKeys(meeting)), cancel);

    public Task<Stored<MeetingHistory>?> History(MeetingId meeting, CancellationToken cancel = default) =>
        store.Read<MeetingHistory>(partition, HistoryKey(meeting), cancel);

    public IAsyncEnumerable<Stored<MeetingCommand>> Commands(MeetingId meeting, CancellationToken cancel = default) =>
        store.Query<MeetingCommand>(partition, KeyRange.Prefix(MeetingCommand.KeysOf(meeting)), cancel);

    /// <summary>Ids of those that run: reads no meeting.</summary>
    public IAsyncEnumerable<MeetingId> RunningIds(CancellationToken cancel = default) => IdsOf(MeetingStatus.Running, cancel);

    /// <summary>Ids of those that a phase waits for: reads no meeting.</summary>
    public IAsyncEnumerable<MeetingId> IdsOf(MeetingStatus status, CancellationToken cancel = default) =>
        store.Query<MeetingNamed>(partition, KeyRange.Prefix(Waiting.KeysOf(status)), cancel).Select(row => row.Value.Meeting);
}
