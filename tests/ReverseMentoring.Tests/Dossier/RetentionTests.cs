using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Architecture;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Tests.Dossier;

/// <summary>What is declared of rows is true of a cohort that ran and was erased.</summary>
public sealed class RetentionTests
{
    private static readonly IReadOnlyList<KeptRow> Declared = KeptCatalogue.Read(typeof(Cohort).Assembly, typeof(ManageServices).Assembly);

    [Fact]
    public async Task Every_row_of_a_cohort_is_declared_and_only_what_is_said_to_stay_is_left_of_it()
    {
        await using var programme = await PairLife.Begin();
        await programme.Hold(1);
        var lived = await Keys(programme);
        Assert.True(lived.Length > 30);
        Findings.AreNone(lived.Where(key => Of(key).Length == 0).Select(key => $"'{key}' is of no row that is declared."));

        await programme.Command("cancel");
        await programme.Command("erase");

        Findings.AreNone((await Keys(programme)).Where(key => Of(key).All(row => row.Terms.Until is not KeptUntil.Stays))
            .Select(key => $"'{key}' is left, and its [Kept(…)] says that it goes."));
        Assert.Contains(lived, key => Of(key).All(row => row.Terms.Until is not KeptUntil.Stays));
    }

    /// <summary>By the longest beginning that fits; several types may stand under one.</summary>
    private static KeptRow[] Of(string key) =>
        Declared.Where(row => key.StartsWith(row.Key, StringComparison.Ordinal)).GroupBy(row => row.Key).MaxBy(rows => rows.Key.Length)?.ToArray() ?? [];

    private static async Task<string[]> Keys(TestProgramme programme) =>
        await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix("")).Select(row => row.Key).ToArrayAsync();
}
