using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Copies;
using ReverseMentoring.Functions.Tables;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Tests.Copies;

/// <summary>All rows go into a file and back, as somebody would do it who has lost them.</summary>
[Collection(nameof(SharedAzurite))]
public sealed class CopyTests : IAsyncLifetime
{
    private readonly TableClient table;
    private readonly string file = Path.Combine(Path.GetTempPath(), $"rows-{Guid.NewGuid():n}.jsonl");
    private readonly ServiceProvider services;
    private readonly RowsCopy copy;

    public CopyTests(SharedAzurite azurite)
    {
        table = new(azurite.Connection, $"copy{Guid.NewGuid():n}");
        services = Hosts.Local(new TableStore(table), TimeProvider.System);
        copy = new(table, TimeProvider.System);
    }

    private ManagerKeys Keys => services.GetRequiredService<ManagerKeys>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await table.DeleteAsync();
        File.Delete(file);
    }

    [AzuriteFact]
    public async Task A_cohort_whose_rows_were_lost_comes_back_as_it_was_and_goes_on_to_its_report()
    {
        var company = new Company(services, Pump);
        var outcome = await company.PlayUntilTheReport(() => LoseAndRestore(company));
        await company.Erase();

        await using var other = Hosts.Local();
        var expected = await new Company(other, () => other.GetRequiredService<Pump>().RunDue(default)).PlayUntilTheReport();
        Assert.Equal(expected.Pairs, outcome.Pairs);
        Assert.Equal(expected.Mails, outcome.Mails);
        Assert.Equal(expected.Report, outcome.Report);
    }

    [AzuriteFact]
    public async Task Who_was_erased_since_the_copy_is_erased_again_before_anything_goes_out()
    {
        var company = await Begun();
        await copy.Export(file, default);
        var person = await Find(company.Cohort, "mentee1@");

        await copy.Restore(file, [$"{company.Cohort}/{person}"], replaces: true, default);

        var rows = await Text();
        Assert.DoesNotContain($"mentee1@{Company.Planted}", rows, StringComparison.Ordinal);
        Assert.Contains($"mentor1@{Company.Planted}", rows, StringComparison.Ordinal);
        Assert.True(await services.GetRequiredService<MailStop>().Stands());
    }

    [AzuriteFact]
    public async Task A_cohort_that_was_erased_since_the_copy_is_erased_again_before_a_host_serves_it()
    {
        var company = await Begun();
        await copy.Export(file, default);
        await copy.Restore(file, [company.Cohort.Value], replaces: true, default);

        Assert.DoesNotContain(Company.Planted, await Text(), StringComparison.Ordinal);
        Assert.Equal(CycleStatus.Erased, (await services.GetRequiredService<IStore>().Read<CycleState>(Rows.Partition(company.Cohort), Rows.State))!.Value.Status);
    }

    [AzuriteFact]
    public async Task The_ledger_moves_along_and_erases_again_what_an_older_copy_brings_to_the_new_place()
    {
        var company = await Begun();
        await copy.Export(file, default);
        var (older, person) = (file + ".older", await Find(company.Cohort, "mentee1@"));
        File.Move(file, older);
        await services.GetRequiredService<ParticipationService>().Erase(company.Cohort, person);
        Assert.DoesNotContain($"mentee1@{Company.Planted}", await Text(), StringComparison.Ordinal);
        await copy.Export(file, default);

        // Somewhere else, of which only the two files are known.
        await table.DeleteAsync();
        await table.CreateAsync();
        await copy.Restore(file, [], replaces: false, default);
        await copy.Restore(older, [], replaces: true, default);
        File.Delete(older);

        Assert.DoesNotContain($"mentee1@{Company.Planted}", await Text(), StringComparison.Ordinal);
        Assert.Contains($"mentor1@{Company.Planted}", await Text(), StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Who_was_erased_in_the_middle_of_their_sessions_is_in_no_row()
    {
        var company = new Company(services, Pump);
        var left = "";
        await company.PlayUntilTheReport(async () =>
        {
            var person = await Find(company.Cohort, "mentee1@");
            Assert.Contains($"mentee {Company.Planted} 1", await Text(), StringComparison.Ordinal);
            await services.GetRequiredService<ParticipationService>().Erase(company.Cohort, person);
            await Pump();
            left = await Text();
        });

        foreach (var rows in new[] { left, await Text() })
        {
            Assert.DoesNotContain($"mentee1@{Company.Planted}", rows, StringComparison.Ordinal);
            Assert.DoesNotContain($"mentee {Company.Planted} 1", rows, StringComparison.Ordinal);
        }
    }

    [AzuriteFact]
    public async Task Nothing_is_replaced_unasked_and_a_torn_or_foreign_file_touches_nothing()
    {
        var company = await Begun();
        await copy.Export(file, default);
        var before = await AllRows();

        await Assert.ThrowsAsync<InvalidOperationException>(() => copy.Restore(file, [], replaces: false, default));
        var lines = await File.ReadAllLinesAsync(file);
        foreach (var wrong in new[] { lines[..^1], [.. lines[..3], .. lines[4..]], ["{}", .. lines[1..]], ["no json"], [] })
        {
            await File.WriteAllLinesAsync(file, wrong);
            await Assert.ThrowsAsync<InvalidDataException>(() => copy.Restore(file, [], replaces: true, default));
        }

        Assert.Equal(before, await AllRows());
        await Assert.ThrowsAsync<IOException>(() => copy.Export(file, default));
        Assert.NotNull(company);
    }

    [AzuriteFact]
    public async Task The_file_is_for_its_owner_only()
    {
        await Begun();
        await copy.Export(file, default);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Theory]
    [InlineData("export")]
    [InlineData("export", "--account", "st1")]
    [InlineData("export", "rows.jsonl", "--replace", "--account", "st1")]
    [InlineData("restore", "rows.jsonl", "--erased")]
    [InlineData("restore", "rows.jsonl", "--account", "st1", "--all")]
    public async Task A_command_that_says_too_little_or_too_much_does_nothing(params string[] arguments)
    {
        Assert.True(CopyCommand.IsOne(arguments));
        Assert.Equal(2, await CopyCommand.Run(arguments, TextWriter.Null, TextWriter.Null));
    }

    [Fact]
    public void What_the_Functions_host_says_is_no_command() => Assert.False(CopyCommand.IsOne(["--host", "127.0.0.1", "--port", "5000"]));

    private async Task LoseAndRestore(Company company)
    {
        var revoked = await Keys.Create("leaves later");
        await copy.Export(file, default);
        var before = await AllRows();
        await Keys.Revoke(revoked.Split('_')[1]);
        var made = await Keys.Create("came later");
        var store = services.GetRequiredService<IStore>();
        await store.DeleteAll(Rows.Partition(company.Cohort), KeyRange.Prefix("m"));
        await store.DeleteAll("due", KeyRange.Prefix(""));

        await copy.Restore(file, [], replaces: true, default);

        var after = await AllRows();
        Assert.All(before.Where(row => !IsOfOutboxOrAccess(row.Key)), row => Assert.Equal(row.Value, after.GetValueOrDefault(row.Key)));
        Assert.Equal((null, made.Split('_')[1]), (await Keys.Check(revoked), await Keys.Check(made)));
        Assert.True(await services.GetRequiredService<MailStop>().Stands());
        await services.GetRequiredService<MailStop>().Set(false);
    }

    /// <summary>The mail's stop wakes the outbox.</summary>
    private static bool IsOfOutboxOrAccess(string key) =>
        key.StartsWith("keys/", StringComparison.Ordinal) || key.StartsWith("outbox/", StringComparison.Ordinal) || (key.StartsWith("due/", StringComparison.Ordinal) && key.Contains("outbox", StringComparison.Ordinal));

    private async Task<Company> Begun()
    {
        var company = new Company(services, Pump);
        await company.Start();
        await Pump();
        return company;
    }

    private Task Pump() => services.GetRequiredService<Pump>().RunDue(default);

    private async Task<SortedDictionary<string, string>> AllRows()
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entity in table.QueryAsync<TableEntity>())
        {
            rows[$"{entity.PartitionKey}/{entity.RowKey}"] = entity.GetString("Body");
        }

        return rows;
    }

    private async Task<string> Text() => string.Join('\n', (await AllRows()).Values);

    private async Task<PersonId> Find(CohortId cohort, string address) =>
        (await services.GetRequiredService<IStore>().Query<Person>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Person))
            .FirstAsync(person => person.Value.Email.StartsWith(address, StringComparison.Ordinal))).Value.Id;
}
