using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Enrolment;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Needs;

/// <summary>Each night people are looked up, where the cohort takes them from the directory.</summary>
public sealed class DirectoryWatchTests
{
    private const string Manager = "programme@localhost";

    [Fact]
    public async Task Who_was_known_and_no_longer_is_stands_among_what_needs_the_manager_until_they_are_known_again()
    {
        var book = new Phonebook([.. Everybody()]);
        await using var programme = await Start(book);
        await programme.TurnTo(6);
        Assert.Empty(await Gone(programme));

        book.Forget(Leader(1));
        await programme.TurnTo(7);
        Assert.Equal([await programme.IdOf(Leader(1))], await Gone(programme));

        book.Remember(Leader(1));
        await programme.TurnTo(8);
        Assert.Empty(await Gone(programme));
    }

    [Fact]
    public async Task Somebody_from_outside_is_never_missed_and_a_directory_that_knows_nobody_says_nothing()
    {
        var book = new Phonebook([.. Everybody().Where(fact => fact.Address != Junior(1))]);
        await using var programme = await Start(book);
        await programme.TurnTo(6);
        Assert.Empty(await Gone(programme));

        foreach (var fact in book.Facts)
        {
            book.Forget(fact.Address);
        }

        await programme.TurnTo(7);
        Assert.Empty(await Gone(programme));
    }

    [Fact]
    public async Task A_directory_that_is_down_is_asked_again_the_next_night()
    {
        var book = new Phonebook([.. Everybody()]);
        await using var programme = await Start(book);
        await programme.TurnTo(6);
        book.Forget(Leader(1));
        book.IsDown = true;
        await programme.TurnTo(7);
        Assert.Empty(await Gone(programme));

        book.IsDown = false;
        await programme.TurnTo(8);
        Assert.Single(await Gone(programme));
    }

    [Fact]
    public async Task Who_is_erased_leaves_no_word_of_the_directory_s()
    {
        var book = new Phonebook([.. Everybody()]);
        await using var programme = await Start(book);
        await programme.TurnTo(6);
        var id = await programme.IdOf(Leader(1));
        Assert.NotNull(await programme.Store.Read(Rows.Partition(programme.Cohort), DirectoryEntry.KeyOf(id)));
        await programme.Host.GetRequiredService<Core.Participation.ParticipationService>().Erase(programme.Cohort, id);
        await programme.Time.Settle();
        Assert.Null(await programme.Store.Read(Rows.Partition(programme.Cohort), DirectoryEntry.KeyOf(id)));
    }

    private static Task<TestProgramme> Start(Phonebook book) => TestProgramme.Start(
        Of(2, 2), new { directory = true }, more: services => services.AddSingleton<IDirectory>(book));

    private static IEnumerable<DirectoryFacts> Everybody() => new[] { Leader(1), Leader(2), Junior(1), Junior(2), Manager }
        .Select(address => new DirectoryFacts(address, Found: true) { Name = address });

    private static async Task<IReadOnlyList<Core.Vocabulary.PersonId>> Gone(TestProgramme programme)
    {
        var cohort = await programme.Host.GetRequiredService<CohortService>().Find(programme.Cohort);
        var needs = await programme.Host.GetRequiredService<NeedReader>().Read(cohort!);
        return [.. needs.Where(need => need.Reason.Slug == "directory-gone").SelectMany(need => need.People)];
    }
}
