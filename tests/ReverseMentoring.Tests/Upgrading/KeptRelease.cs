using System.IO.Compression;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Backups;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Killed;
using ReverseMentoring.Tests.Serving;

namespace ReverseMentoring.Tests.Upgrading;

/// <summary>
/// A cohort of made-up people as a release leaves it in the middle of its sessions: rows, keys of links, mailbox and clock, in one file that is kept
/// for good. <c>dotnet run --project tests/ReverseMentoring.Tests -- keep FILE.zip</c> makes one.
/// </summary>
internal static class KeptRelease
{
    public static async Task<int> Keep(string file)
    {
        var folder = Directory.CreateTempSubdirectory("keep-");
        try
        {
            var (data, copy) = (Path.Combine(folder.FullName, "data"), Path.Combine(folder.FullName, "copy"));
            await CrashingHost.Run(data, IsInTheMiddle);
            if (!await IsKept(data))
            {
                await Console.Error.WriteLineAsync("The cohort came to its end without a moment in the middle of its sessions: nothing was kept.");
                return 1;
            }

            Backup.Make(data, copy, TimeProvider.System);
            await KeptClock.Write(copy, KeptClock.Read(data).GetUtcNow());
            ZipFile.CreateFromDirectory(copy, file, CompressionLevel.SmallestSize, includeBaseDirectory: false);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void Open(string file, string folder) => ZipFile.ExtractToDirectory(file, folder);

    private static async Task<bool> IsKept(string data)
    {
        await using var store = new SqliteStore(data);
        var cohort = new CohortId((await store.Query(Rows.Cohorts, KeyRange.Prefix("")).SingleAsync()).Key);
        return await IsInTheMiddle(store, cohort, (await store.ReadState(cohort))!.Value);
    }

    /// <summary>Some sessions are over and some to come, and a question is open.</summary>
    private static async Task<bool> IsInTheMiddle(IStore store, CohortId cohort, CycleState state)
    {
        if (state.Phase != PhaseNames.Sessions)
        {
            return false;
        }

        var sessions = await new MeetingRepository(store, cohort).AllSessions().Select(session => session.Value).ToListAsync();
        return sessions.Exists(session => session.Status is SessionStatus.Held) && sessions.Exists(session => session.Status is SessionStatus.Planned)
            && await store.Query<Ask>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Ask)).AnyAsync(ask => ask.Value.SentAt is not null);
    }
}
