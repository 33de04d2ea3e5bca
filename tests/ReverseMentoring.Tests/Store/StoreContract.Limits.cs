using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Store;

public abstract partial class StoreContract
{
    public static TheoryData<string> KeysThatAreNone =>
        ["", "A", "a/b", "a\\b", "a#b", "a?b", "a b", "ä", "a~", "a\n", new string('a', StoreLimits.Key + 1)];

    [Fact]
    public async Task A_hundred_changes_are_one_write()
    {
        var etags = await Store.Write(Partition, Rows(StoreLimits.Changes));

        Assert.Equal(StoreLimits.Changes, etags.Count(etag => etag is not null));
        Assert.Equal(etags, (await All()).Select(row => row.ETag));
    }

    [Fact]
    public async Task A_hundred_and_one_changes_are_refused_and_so_are_none()
    {
        await Refused(Rows(StoreLimits.Changes + 1));
        await Refused([]);
    }

    [Fact]
    public async Task A_body_may_have_32000_characters_of_any_script_and_not_one_more()
    {
        var longest = string.Concat(Enumerable.Repeat("ż漢é😀\"\\ \n", StoreLimits.Body / 9)).PadRight(StoreLimits.Body, '語');

        await One(new Change.Insert("a", longest));
        await Refused([new Change.Insert("b", longest + "x")]);

        Assert.Equal(longest, (await Store.Read(Partition, "a"))?.Body);
    }

    [Fact]
    public async Task As_many_large_bodies_as_the_limit_allows_go_in_one_write_and_not_one_more()
    {
        var body = new string('漢', StoreLimits.Body);
        var many = (int)(StoreLimits.WriteBytes / StoreLimits.SizeOf(Rows(1, body)[0]));

        await Refused(Rows(many + 1, body));
        await Store.Write(Partition, Rows(many, body));

        Assert.Equal(many, (await All()).Count(row => row.Body == body));
    }

    [Theory]
    [MemberData(nameof(KeysThatAreNone))]
    public async Task A_key_that_a_table_forbids_is_refused(string key)
    {
        await Refused([new Change.Insert(key, "body")]);
        await Refused([new Change.Insert("good", "body"), new Change.Delete(key)]);
        await Assert.ThrowsAsync<StoreLimitException>(() => Store.Read(Partition, key));
    }

    [Theory]
    [MemberData(nameof(KeysThatAreNone))]
    public async Task A_partition_that_a_table_forbids_is_refused(string partition)
    {
        await Assert.ThrowsAsync<StoreLimitException>(() => Store.Write(partition, Rows(1)));
        await Assert.ThrowsAsync<StoreLimitException>(() => Store.Read(partition, "a"));
        await Assert.ThrowsAsync<StoreLimitException>(async () => await Store.Query(partition, KeyRange.Prefix("")).ToListAsync());
    }

    [Fact]
    public async Task The_longest_key_is_a_key()
    {
        var key = new string('z', StoreLimits.Key);

        await One(new Change.Insert(key, "body"));

        Assert.Equal("body", (await Store.Read(Partition, key))?.Body);
        Assert.Equal([key], await Keys(KeyRange.Prefix(key)));
        Assert.Empty(await Keys(KeyRange.Prefix("").After(key)));
    }

    [Fact]
    public async Task One_row_is_changed_once_in_a_write() =>
        await Refused([new Change.Insert("a", "1"), new Change.Insert("b", "2"), new Change.Put("a", "3")]);

    private static List<Change> Rows(int count, string body = "body") =>
        [.. Enumerable.Range(0, count).Select(i => new Change.Insert($"r{i:d3}", body))];

    private async Task Refused(IReadOnlyList<Change> changes)
    {
        var before = await All();
        await Assert.ThrowsAsync<StoreLimitException>(() => Store.Write(Partition, changes));
        Assert.Equal(before, await All());
    }
}
