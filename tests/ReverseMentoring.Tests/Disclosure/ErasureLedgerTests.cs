using Microsoft.Extensions.Time.Testing;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>Whom to erase again, and since when.</summary>
public sealed class ErasureLedgerTests
{
    private static readonly DateTimeOffset Monday = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly CohortId Spring = new("spring"), Autumn = new("autumn");
    private static readonly PersonId Ana = new("ana"), Ben = new("ben");

    private readonly FakeTimeProvider clock = new(Monday);
    private readonly ErasureLedger ledger;

    public ErasureLedgerTests() => ledger = new(new MemoryStore(), clock);

    [Fact]
    public async Task People_are_noted_each_by_themselves_until_their_cohort_is()
    {
        await ledger.Note(Spring, Ana);
        await ledger.Note(Spring, Ben);
        await ledger.Note(Spring, Ben);
        await ledger.Note(Autumn, Ana);
        Assert.Equal(3, (await Noted()).Count);

        await ledger.Note(Spring);

        Assert.Equal([(Autumn, ErasureLedger.NameOf(Ana)), (Spring, null)], await Noted());
    }

    [Fact]
    public async Task What_was_before_the_copy_is_left_out_and_people_come_before_cohorts()
    {
        await ledger.Note(Spring, Ana);
        clock.Advance(TimeSpan.FromSeconds(1));
        await ledger.Note(Autumn);
        await ledger.Note(Spring, Ben);

        Assert.Equal([(Spring, ErasureLedger.NameOf(Ben)), (Autumn, null)], await Noted(Monday.AddSeconds(1)));
    }

    [Fact]
    public void A_name_is_of_one_and_always_the_same()
    {
        Assert.Equal(ErasureLedger.NameOf(new("ana")), ErasureLedger.NameOf(Ana));
        Assert.NotEqual(ErasureLedger.NameOf(Ben), ErasureLedger.NameOf(Ana));
    }

    private async Task<List<(CohortId Cohort, string? Person)>> Noted(DateTimeOffset since = default) =>
        [.. (await ledger.Since(since)).Select(erased => (erased.Cohort, erased.Person))];
}
