using System.Text.Json;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Serving;

/// <summary>The folder with all that is kept: nobody else's to read, and never half written.</summary>
public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo around = Directory.CreateTempSubdirectory("data-");

    private string Folder => Path.Combine(around.FullName, "data");

    public void Dispose() => around.Delete(recursive: true);

    [Fact]
    public async Task Folder_and_files_are_their_owner_s_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        LocalKeys.Load(Folder);
        await using var store = new SqliteStore(Folder);
        await store.Write("people", [new Change.Insert("one", "{}")]);
        using var mailbox = new MailStore(Folder);

        Assert.Equal(UnixFileMode.None, OthersMay(Folder));
        var files = Directory.GetFiles(Folder);
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.All(files, file => Assert.Equal(UnixFileMode.None, OthersMay(file)));
    }

    [Fact]
    public async Task Files_that_an_older_release_left_open_to_others_are_closed_to_them()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using (var old = new SqliteStore(Folder))
        {
            await old.Write("people", [new Change.Insert("one", "{}")]);
        }

        var file = Path.Combine(Folder, SqliteStore.FileName);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await using var store = new SqliteStore(Folder);

        Assert.Equal(UnixFileMode.None, OthersMay(file));
    }

    [Fact]
    public async Task However_many_make_the_keys_at_once_all_have_the_same_and_nothing_else_is_left()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => LocalKeys.Load(Folder).Single().Secret)));

        Assert.Single(made.Select(Convert.ToHexString).Distinct());
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public void Keys_that_could_not_be_written_whole_are_not_there()
    {
        // What another run left behind when it was killed stands beside, and is never taken for the keys.
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "signing-keys.json.new"), "[{\"Id\":\"k1\",\"Sec");
        var keys = LocalKeys.Load(Folder);

        Assert.Equal(LinkSigner.KeyBytes, Assert.Single(keys).Secret.Length);
        Assert.Equal(keys.Single().Secret, JsonSerializer.Deserialize<SigningKey[]>(File.ReadAllBytes(Path.Combine(Folder, "signing-keys.json")))!.Single().Secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"Id\":\"k1\",\"Sec")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("{}")]
    public void Torn_keys_are_told_in_a_sentence_and_not_replaced(string torn)
    {
        Directory.CreateDirectory(Folder);
        var file = Path.Combine(Folder, "signing-keys.json");
        File.WriteAllText(file, torn);

        var told = Assert.Throws<InvalidDataException>(() => LocalKeys.Load(Folder));
        Assert.Contains(file, told.Message, StringComparison.Ordinal);
        Assert.Equal(torn, File.ReadAllText(file));
    }

    private static UnixFileMode OthersMay(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path) & Others;
}
