using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Enrolment.Directory;

/// <summary>
/// Looks up each night whether the directory still knows a cohort's people, where the cohort takes them from there. Nobody is taken out by it:
/// the manager is told.
/// </summary>
/// <param name="directory">Null where the host reaches none.</param>
public sealed class DirectoryWatch(IDirectory? directory = null)
{
    private static readonly TimeOnly Night = new(2, 0);

    /// <returns>When to look again; null: never.</returns>
    public async Task<DateTimeOffset?> Look(StepContext context, CancellationToken cancel)
    {
        if (directory is null || !context.Cohort.Settings.Directory || !PhaseCatalogue.IsBefore(context.State.Phase, PhaseNames.Retention))
        {
            return null;
        }

        var (zone, last) = (context.Cohort.Zone, await context.Store.Read<DirectoryLook>(context.Partition, Rows.DirectoryLook, cancel));
        var today = zone.DateAt(context.Now);
        if (context.Now >= zone.At(today, Night) && last?.Value.On != today)
        {
            try
            {
                await Look(context, today, last, cancel);
            }
            catch (CalendarException)
            {
                // Out of reach tonight: the next night will tell.
            }
        }

        var tonight = zone.At(today, Night);
        return context.Now < tonight ? tonight : zone.At(today.AddDays(1), Night);
    }

    private async Task Look(StepContext context, DateOnly today, Stored<DirectoryLook>? last, CancellationToken cancel)
    {
        var manager = context.Cohort.Settings.Contacts.Manager.Email;
        var people = await context.People(cancel).Where(person => person is { IsActive: true, Email.Length: > 0 }).ToListAsync(cancel);
        var facts = await directory!.LookUpAsync([.. people.Select(person => person.Email), manager], cancel);
        if (!facts.Any(fact => fact.Found))
        {
            // A directory that knows nobody at all is one that may not be read.
            return;
        }

        var before = await context.Store.Query<DirectoryEntry>(context.Partition, KeyRange.Prefix(Rows.Directory), cancel)
            .ToDictionaryAsync(row => row.Value.Person, row => row.Value, cancellationToken: cancel);
        var changed = people.Zip(facts)
            .Select(one => DirectoryEntry.After(before.GetValueOrDefault(one.First.Id), one.First.Id, one.Second.Found, context.Now))
            .Where(entry => before.GetValueOrDefault(entry.Person) != entry);
        foreach (var chunk in Writes.Chunk(changed.Select(entry => Documents.Put(DirectoryEntry.KeyOf(entry.Person), entry))))
        {
            await context.Store.Write(context.Partition, chunk, cancel);
        }

        var known = facts[^1].Found;
        var wasKnown = known || (last?.Value is { WasManagerKnown: true } looked && looked.Manager == manager);
        await context.Store.Write(context.Partition, [Documents.Put(Rows.DirectoryLook, new DirectoryLook(today, manager, wasKnown, wasKnown && !known))], cancel);
    }
}
