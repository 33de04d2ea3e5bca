using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle;

/// <summary>
/// Those who came when the cohort ran already are asked what the others are asked; after the offers and wishes, for theirs:
/// once they have answered they are somebody without a partner, as others are. Who comes after a draw, on the side that had too few places, is asked nothing, and
/// told that they stand behind those who wait.
/// </summary>
internal sealed class Newcomers(IEnumerable<IPhase> phases)
{
    /// <summary>Each takes up to five rows of a write.</summary>
    private const int AtOnce = StoreLimits.Changes / 6;

    private readonly AskingPhase[] asking = [.. phases.OfType<AskingPhase>()];

    public async Task Welcome(StepContext context, CancellationToken cancel)
    {
        while (await context.Store.Query<Newcomer>(context.Partition, KeyRange.Prefix(Rows.Newcomer), cancel).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } rows)
        {
            if (context.State.Phase is PhaseNames.Preparation || (IsAsking(context) && context.State.OpenedAt is null))
            {
                // All are asked when the phase opens.
                return;
            }

            if (!PhaseCatalogue.IsBefore(context.State.Phase, PhaseNames.Feedback))
            {
                await context.Save(context.State, rows.Select(row => new Change.Delete(row.Key)), cancel);
                continue;
            }

            var people = await Read(context, rows, cancel);
            await KnownHolidays.Keep(context.Store, context.Cohort, people, cancel);
            var behind = await context.Store.ReadBehind(context.Cohort, people.ToAsyncEnumerable(), cancel);
            var phase = asking.Single(phase => phase.Name == (IsAsking(context) ? context.State.Phase : PhaseNames.OffersAndWishes));
            var changes = new List<Change>();
            var invited = 0;
            foreach (var row in rows)
            {
                var person = row.Value.Person;
                changes.Add(new Change.Delete(row.Key));
                if (behind.Contains(person))
                {
                    // Before the sessions begin: with all who have no partner then.
                    changes.AddRange(context.State is { Phase: PhaseNames.Sessions, OpenedAt: not null } ? NoPartner.Tell(context, person) : []);
                    continue;
                }

                if (!await phase.Knows(context, person, cancel))
                {
                    changes.AddRange(phase.Invite(context, person));
                    invited++;
                }
            }

            await context.Save(IsAsking(context) && invited > 0 ? (context.State with { Invited = context.State.Invited + invited }).Asking(context.Now) : context.State, changes, cancel);
        }
    }

    /// <summary>They may live in a country where nobody else does.</summary>
    private static async Task<IReadOnlyList<Person>> Read(StepContext context, IReadOnlyList<Stored<Newcomer>> rows, CancellationToken cancel)
    {
        var people = new List<Person>();
        foreach (var row in rows)
        {
            if (await context.Store.Read<Person>(context.Partition, Rows.Person + row.Value.Person, cancel) is { } found)
            {
                people.Add(found.Value);
            }
        }

        return people;
    }

    private static bool IsAsking(StepContext context) => context.State.Phase is PhaseNames.CallForTopics or PhaseNames.OffersAndWishes;
}
