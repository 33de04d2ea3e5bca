using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.People;

public sealed class PersonRegisterTests
{
    private static readonly CohortId Spring = new("spring");
    private static readonly CohortId Autumn = new("autumn");

    private readonly MemoryStore store = new();
    private readonly PersonRegister register;

    public PersonRegisterTests() => register = new(store, new SystemRandomSource());

    [Fact]
    public async Task Somebody_keeps_the_id_through_lists_spellings_and_cohorts()
    {
        var first = await register.Enrol(Spring, ["ana@example.com", "ben@example.com"]);
        var again = await register.Enrol(Spring, ["Ben@Example.com ", "cleo@example.com"]);
        var later = await register.Enrol(Autumn, [" ANA@example.com"]);

        Assert.Equal(first["ben@example.com"], again["ben@example.com"]);
        Assert.Equal(first["ana@example.com"], later["ana@example.com"]);
        Assert.Equal(3, first.Values.Concat(again.Values).Concat(later.Values).Distinct().Count());
    }

    /// <summary>An id that stayed would tell that somebody left, and a new one that they had themselves erased.</summary>
    [Fact]
    public async Task Who_has_left_comes_into_another_cohort_by_an_id_of_its_own_as_who_was_erased_does()
    {
        var before = await register.Enrol(Spring, ["ana@example.com", "ben@example.com", "cleo@example.com"]);
        foreach (var (address, id) in before)
        {
            var person = new Person { Id = id, Name = address, Email = address, Role = Role.Mentor, TimeZone = "UTC", Languages = ["en"], LeftAt = address[0] is 'a' ? DateTimeOffset.UnixEpoch : null };
            await store.Write(Rows.Partition(Spring), [Documents.Insert(Rows.Person + id, person)]);
        }

        await register.Erase(Spring, "ben@example.com");
        var autumn = await register.Enrol(Autumn, before.Keys);
        var winter = await register.Enrol(new("winter"), before.Keys);

        Assert.Equal(before["cleo@example.com"], autumn["cleo@example.com"]);
        Assert.All(new[] { "ana@example.com", "ben@example.com" }, address => Assert.Equal(3, new[] { before[address], autumn[address], winter[address] }.Distinct().Count()));
        Assert.Equal(autumn, await register.Enrol(Autumn, before.Keys));
        Assert.Equal(before["ana@example.com"], (await register.Enrol(Spring, ["ana@example.com"]))["ana@example.com"]);
    }

    /// <summary>Whoever entered their own in somebody's place would be taken for them in a cohort where nothing is shut.</summary>
    [Fact]
    public async Task An_address_that_was_entered_for_somebody_is_theirs_in_other_cohorts_once_it_is_confirmed()
    {
        var ana = (await register.Enrol(Spring, ["ana@example.com"])).Values.Single();
        await register.Move(Spring, ana, "ana@example.com", "hr@example.com", isTheirs: false);

        Assert.Equal(ana, await register.Find(Spring, "hr@example.com"));
        Assert.NotEqual(ana, (await register.Enrol(Autumn, ["hr@example.com"])).Values.Single());

        await register.Move(Spring, ana, "hr@example.com", "ana@example.org", isTheirs: false);
        await register.Confirm(Spring, "ana@example.org");
        await register.Confirm(Spring, "ana@example.org");
        Assert.Equal(ana, (await register.Enrol(Autumn, ["ana@example.org"])).Values.Single());
        Assert.Equal(ana, (await register.Enrol(Spring, ["ana@example.org"])).Values.Single());
    }

    [Fact]
    public async Task An_address_leads_to_the_id_in_no_other_deployment_and_stands_in_no_row()
    {
        var here = await register.Enrol(Spring, ["ana@example.com"]);
        var there = await new PersonRegister(new MemoryStore(), new SystemRandomSource()).Enrol(Spring, ["ana@example.com"]);

        Assert.NotEqual(here["ana@example.com"], there["ana@example.com"]);
        Assert.NotEqual(Names.Digest("person:ana@example.com"), here["ana@example.com"].Value);
        Assert.All(await Everything(), row => Assert.DoesNotContain("ana", row.Key + row.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_last_cohort_takes_the_rows_and_the_key_with_it()
    {
        var before = await register.Enrol(Spring, ["ana@example.com", "ben@example.com"]);
        await register.Enrol(Autumn, ["ana@example.com"]);
        await register.Forget(Spring);
        await register.Forget(Spring);
        Assert.Equal(before["ana@example.com"], (await register.Enrol(Autumn, ["ana@example.com"]))["ana@example.com"]);
        Assert.Equal(2, (await Everything()).Count);

        await register.Forget(Autumn);
        Assert.Empty(await Everything());
        Assert.NotEqual(before["ana@example.com"], (await register.Enrol(Autumn, ["ana@example.com"]))["ana@example.com"]);
    }

    [Fact]
    public async Task Who_had_themselves_erased_is_not_brought_back_by_a_list_that_is_sent_again()
    {
        var before = await register.Enrol(Spring, ["ana@example.com", "ben@example.com"]);
        await register.Erase(Spring, "Ana@example.com");
        await register.Erase(Spring, "ana@example.com");

        Assert.Equal(["ben@example.com"], (await register.Enrol(Spring, ["ana@example.com", "ben@example.com"])).Keys);
        Assert.All(await Everything(), row => Assert.DoesNotContain(before["ana@example.com"].Value, row.Body, StringComparison.Ordinal));
        Assert.NotEqual(before["ana@example.com"], (await register.Enrol(Autumn, ["ana@example.com"]))["ana@example.com"]);
        await register.Forget(Spring);
        await register.Forget(Autumn);
        Assert.Empty(await Everything());
    }

    [Fact]
    public async Task Cohorts_that_start_at_once_agree_on_everybody()
    {
        string[] all = [.. Enumerable.Range(0, 250).Select(number => $"person{number}@example.com")];
        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => register.Enrol(new($"c{number}"), all))));

        Assert.All(found, ids => Assert.Equal(found[0].OrderBy(one => one.Key), ids.OrderBy(one => one.Key)));
        Assert.Equal(250, found[0].Values.Distinct().Count());
    }

    [Fact]
    public async Task What_stopped_half_way_comes_to_the_same_ids()
    {
        string[] all = [.. Enumerable.Range(0, 250).Select(number => $"person{number}@example.com")];
        var failing = new StopsAfter(store, writes: 3);
        await Assert.ThrowsAsync<TimeoutException>(() => new PersonRegister(failing, new SystemRandomSource()).Enrol(Spring, all));
        var kept = (await Everything()).Count;
        var ids = await register.Enrol(Spring, all);

        Assert.InRange(kept, 2, 250);
        Assert.Equal(ids, await register.Enrol(Spring, all));
        Assert.Equal(251, (await Everything()).Count);
    }

    private async Task<List<Row>> Everything() => await store.Query(PersonRegister.Partition, KeyRange.Prefix("")).ToListAsync();

    private sealed class StopsAfter(IStore store, int writes) : IStore
    {
        private int done;

        public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => store.Read(partition, key, cancel);

        public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => store.Query(partition, range, cancel);

        public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) =>
            ++done > writes ? throw new TimeoutException() : store.Write(partition, changes, cancel);
    }
}
