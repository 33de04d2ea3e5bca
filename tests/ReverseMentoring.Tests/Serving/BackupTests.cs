using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Backups;
using ReverseMentoring.LocalHost.Commands;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Serving;

/// <summary>A data folder is copied while it is served, put back, and then knows nothing of whoever was erased meanwhile.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly CohortId Spring = new("spring");
    private static readonly PersonId Ana = new("ana"), Ben = new("ben");

    private readonly DirectoryInfo around = Directory.CreateTempSubdirectory("backup-");

    private string Data => Path.Combine(around.FullName, "data");

    private string Copy => Path.Combine(around.FullName, "copy");

    public void Dispose() => around.Delete(recursive: true);

    [Fact]
    public async Task A_backup_in_the_midst_of_writes_has_all_that_was_acknowledged_before_and_nothing_by_half()
    {
        LocalKeys.Load(Data);
        await using var store = new SqliteStore(Data);
        var (written, stop) = (0, false);
        var writing = Task.Run(async () =>
        {
            for (; !Volatile.Read(ref stop); Interlocked.Increment(ref written))
            {
                await store.Write("rows", [new Change.Insert($"one.{written:D6}", "{}"), new Change.Insert($"other.{written:D6}", "{}")]);
            }
        });
        while (Volatile.Read(ref written) < 20)
        {
            await Task.Delay(5);
        }

        var before = Volatile.Read(ref written);
        Backup.Make(Data, Copy, TimeProvider.System);
        Volatile.Write(ref stop, true);
        await writing;

        await Restore.Run(Copy, Path.Combine(around.FullName, "elsewhere"), TimeProvider.System, default);
        await using var restored = new SqliteStore(Path.Combine(around.FullName, "elsewhere"));
        var keys = await restored.Query("rows", KeyRange.Prefix("")).Select(row => row.Key).ToListAsync();
        Assert.InRange(keys.Count(key => key.StartsWith("one.", StringComparison.Ordinal)), before, written);
        Assert.Equal(keys.Count / 2, keys.Count(key => key.StartsWith("one.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_was_erased_after_the_backup_is_erased_again_before_anybody_serves_it()
    {
        await Begin();
        Assert.Equal(0, await Cli.Run(["backup", "--data", Data, "--to", Copy]));
        await With(app => app.GetRequiredService<ParticipationService>().Erase(Spring, Ana));

        Assert.Equal(0, await Cli.Run(["restore", "--data", Data, "--from", Copy]));

        await using var store = new SqliteStore(Data);
        Assert.Equal(["", "Ben"], await store.Query<Person>(Rows.Partition(Spring), KeyRange.Prefix(Rows.Person)).Select(row => row.Value.Name).ToListAsync());
        Assert.Single(await new ErasureLedger(store, TimeProvider.System).Since(DateTimeOffset.MinValue));
        Assert.True(await new MailStop(store, new(false), null!, TimeProvider.System).Stands());
    }

    [Fact]
    public async Task A_cohort_that_was_erased_after_the_backup_is_too()
    {
        await Begin();
        Backup.Make(Data, Copy, TimeProvider.System);
        await With(async app =>
        {
            var store = app.GetRequiredService<IStore>();
            await app.GetRequiredService<CohortErasure>().Erase(new(store, (await store.ReadCohort(Spring, default))!, (await store.ReadState(Spring, default))!, DateTimeOffset.UtcNow), default);
        });

        var restored = await Restore.Run(Copy, Data, TimeProvider.System, default);

        await using var after = new SqliteStore(Data);
        Assert.Equal(1, restored.Erased);
        Assert.Empty(await after.Query(Rows.Partition(Spring), KeyRange.Prefix(Rows.Person)).ToListAsync());
        Assert.Equal(CycleStatus.Erased, (await after.ReadState(Spring, default))!.Value.Status);
    }

    [Fact]
    public async Task Nothing_is_restored_over_a_folder_that_is_served_and_nothing_is_lost_by_trying()
    {
        await Begin();
        Backup.Make(Data, Copy, TimeProvider.System);
        using (ServedFolder.Claim(Data))
        {
            Assert.Equal(1, await Cli.Run(["restore", "--data", Data, "--from", Copy]));
            Assert.Equal(1, await Cli.Run(["--data", Data, "--address", Cycle.Ports.Free().AbsoluteUri]));
        }

        Assert.Equal(1, await Cli.Run(["restore", "--data", Data, "--from", around.FullName]));
        Assert.Equal(1, await Cli.Run(["backup", "--data", Data, "--to", Copy]));
        await using var store = new SqliteStore(Data);
        Assert.Equal(2, await store.Query(Rows.Partition(Spring), KeyRange.Prefix(Rows.Person)).CountAsync());
    }

    [Fact]
    public async Task Where_the_ledger_can_t_be_read_nothing_is_replaced()
    {
        await Begin();
        Backup.Make(Data, Copy, TimeProvider.System);
        var file = Path.Combine(Data, SqliteStore.FileName);
        File.WriteAllText(file, "torn");

        var told = await Assert.ThrowsAsync<InvalidDataException>(() => Restore.Run(Copy, Data, TimeProvider.System, default));

        Assert.Contains("erased", told.Message, StringComparison.Ordinal);
        Assert.Equal("torn", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("this is no database, whatever its name says, and it is long enough to be looked at as one by SQLite itself")]
    [InlineData("SQLite format 3\0and then nothing of the kind")]
    public async Task A_torn_database_is_told_in_a_sentence_and_left_as_it_is(string torn)
    {
        LocalKeys.Load(Data);
        var file = Path.Combine(Data, SqliteStore.FileName);
        File.WriteAllText(file, torn);

        Assert.Equal(1, await Cli.Run(["--data", Data, "--address", Cycle.Ports.Free().AbsoluteUri]));

        Assert.Equal(torn, File.ReadAllText(file));
    }

    [Fact]
    public async Task Another_program_s_database_is_left_as_it_is()
    {
        OwnersOnly.Folder(Data);
        using (var other = Backup.Open(Path.Combine(Data, SqliteStore.FileName), Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate))
        {
            SqliteFile.Execute(other, "CREATE TABLE recipes (name TEXT);");
        }

        Assert.Equal(1, await Cli.Run(["--data", Data, "--address", Cycle.Ports.Free().AbsoluteUri]));

        using var after = Backup.Open(Path.Combine(Data, SqliteStore.FileName), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        using var tables = after.CreateCommand();
        tables.CommandText = "SELECT group_concat(name) FROM sqlite_schema";
        Assert.Equal("recipes", tables.ExecuteScalar());
    }

    [Fact]
    public void A_full_disk_and_a_folder_without_rights_are_told_in_a_sentence()
    {
        Assert.Contains("full", StorageFailure.Explain(new Microsoft.Data.Sqlite.SqliteException("database or disk is full", 13)), StringComparison.Ordinal);
        Assert.Contains("writable", StorageFailure.Explain(new InvalidOperationException("start", new UnauthorizedAccessException("Access is denied."))), StringComparison.Ordinal);
        Assert.Null(StorageFailure.Explain(new InvalidOperationException("something else")));
    }

    private async Task With(Func<IServiceProvider, Task> act)
    {
        await using var app = LocalProgramme.Build(new LocalSettings { Folder = Data });
        await act(app.Services);
    }

    private Task Begin() => With(async services =>
    {
        var (now, settings) = (DateTimeOffset.UtcNow, new CohortSettings { Name = "Spring", Start = new(2027, 1, 4), TimeZone = "UTC", Contacts = new(new("Pat", "pat@example.com"), new("Nia", "nia@example.net")) });
        LocalKeys.Load(Data);
        var store = services.GetRequiredService<IStore>();
        await store.Write(Rows.Cohorts, [new Change.Insert(Spring.Value, """{"name":"Spring","start":"2027-01-04","createdAt":"2027-01-01T00:00:00Z"}""")]);
        await store.Write(Rows.Partition(Spring),
        [
            Documents.Insert(Rows.Cohort, new Cohort(Spring, settings, now)), Documents.Insert(Rows.State, CycleState.Begin(now)),
            Documents.Insert(Rows.Person + Ana, Somebody(Ana, "Ana")), Documents.Insert(Rows.Person + Ben, Somebody(Ben, "Ben")),
        ]);
    });

    private static Person Somebody(PersonId id, string name) =>
        new() { Id = id, Name = name, Email = $"{id}@example.com", Role = Role.Mentee, TimeZone = "UTC", Languages = ["en"] };
}
