using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>That works council mode is to end, told to everybody who takes part before it does; to those who come meanwhile too.</summary>
public static class Announcement
{
    /// <summary>A mail takes three rows of a write.</summary>
    private const int AtOnce = StoreLimits.Changes / 4;

    /// <summary>Asks for the mails that have not been asked for yet.</summary>
    public static async Task Tell(StepContext context, CancellationToken cancel)
    {
        if (context.State.AnnouncedAt is not { } at || !context.Cohort.Settings.WorksCouncil)
        {
            return;
        }

        var known = await context.Store.Query(context.Partition, KeyRange.Prefix(Rows.Mail + Prefix(at)), cancel).Select(row => row.Key).ToHashSetAsync(cancellationToken: cancel);
        await foreach (var some in context.People(cancel).Where(person => person.IsActive && !known.Contains(Rows.Mail + NameOf(at, person.Id))).Chunk(AtOnce).WithCancellation(cancel))
        {
            await context.Save(context.State, some.SelectMany(person => new Mail
            {
                Name = NameOf(at, person.Id),
                Kind = MailKind.ManagerSeesMore,
                Person = person.Id,
                QueuedAt = context.Now,
            }.Insert()), cancel);
        }
    }

    /// <summary>How many of those who take part have not been told: their mail has not gone, or did not arrive, or they have come since.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="cohort">Of which.</param>
    /// <param name="announced">When they were to be told; null: nobody was.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<int> Untold(IStore store, CohortId cohort, DateTimeOffset? announced, CancellationToken cancel = default)
    {
        var partition = Rows.Partition(cohort);
        var told = announced is not { } at ? [] : await store.Query<Mail>(partition, KeyRange.Prefix(Rows.Mail + Prefix(at)), cancel)
            .Where(row => row.Value is { State: MailState.Sent, Person: not null }).Select(row => row.Value.Person!.Value).ToHashSetAsync(cancellationToken: cancel);
        return await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel).CountAsync(row => row.Value.IsActive && !told.Contains(row.Value.Id), cancel);
    }

    private static string Prefix(DateTimeOffset at) => Names.Join(MailKind.ManagerSeesMore.Slug(), Names.Moment(at));

    private static string NameOf(DateTimeOffset at, PersonId person) => Names.Join(Prefix(at), person.Value);
}
