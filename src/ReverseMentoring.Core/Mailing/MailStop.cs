using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>The host's own word, beside the managers': while it stands, no mail goes.</summary>
public sealed record MailStopSetting(bool Stands);

/// <summary>
/// Stops the mail of all cohorts at once, and lets it go on. What is handed to the service already arrives; all else waits,
/// and what makes no sense any more when its turn comes is dropped as ever.
/// </summary>
public sealed class MailStop(IStore store, MailStopSetting setting, Wakes wakes, TimeProvider clock)
{
    private const string Partition = "outbox";

    private const string Key = "stop";

    public bool BySetting => setting.Stands;

    public async Task<bool> Stands(CancellationToken cancel = default) => BySetting || await Since(cancel) is not null;

    /// <summary>When a manager stopped it; null: none has.</summary>
    public async Task<DateTimeOffset?> Since(CancellationToken cancel = default) =>
        (await store.Read<Stop>(Partition, Key, cancel))?.Value.Since;

    /// <summary>A second stop leaves the first one's moment.</summary>
    public async Task Set(bool stands, CancellationToken cancel = default)
    {
        var before = await store.Read<Stop>(Partition, Key, cancel);
        if (stands == before?.Value.Since is not null)
        {
            return;
        }

        var stop = new Stop(stands ? clock.GetUtcNow() : null);
        var wake = await wakes.Announce(ProcessId.Outbox, cancel);
        await store.Write(Partition, [before is null ? Documents.Insert(Key, stop) : before.Replace(stop)], cancel);
        await wake.Now(cancel);
    }

    [Kept(Key, KeptFor.Running, ReadBy.Manager, KeptUntil.Stays)]
    private sealed record Stop(DateTimeOffset? Since);
}
