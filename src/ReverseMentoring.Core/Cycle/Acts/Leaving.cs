using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>The manager takes somebody out, and back in.</summary>
internal static class Leaving
{
    public static async Task<AppliedCommand> TakeOut(StepContext context, Stored<PersonCommand> row, CancellationToken cancel)
    {
        if (await Find(context, row, cancel) is not { Value.IsActive: true } person)
        {
            return AppliedCommand.Nothing;
        }

        var (id, tell) = (person.Value.Id, row.Value.Tell);
        var changes = new List<Change> { person.Replace(person.Value with { LeftAt = context.Now, TakenOut = true, IsUnwritten = !tell }) };
        string[] gone = [.. AskId.InPhases(id).Select(ask => ask.AskKey), Rows.Seeking + id, Rows.Newcomer + id];
        var asked = (DateTimeOffset?)null;
        foreach (var key in gone)
        {
            if (await context.Store.Read(context.Partition, key, cancel) is { } there)
            {
                changes.Add(new Change.Delete(there.Key));
                asked = key.StartsWith(AskId.AsksOf(context.State.Phase), StringComparison.Ordinal) ? StoredJson.Parse<Ask>(there.Body).SentAt : asked;
            }
        }

        if (tell)
        {
            changes.AddRange(Mail(context, row, id, MailKind.TakenOut));
        }

        return new(changes, await MeetingsOf(context, id, cancel)) { State = context.State.Asking(asked) };
    }

    /// <summary>What the person was in has ended. They are asked again what is asked now, or look for a partner; the phase has its days anew, and all of them, whether or not they had answered.</summary>
    public static async Task<AppliedCommand> BringBack(StepContext context, Stored<PersonCommand> row, CancellationToken cancel)
    {
        if (await Find(context, row, cancel) is not { Value: { IsActive: false, IsGone: false } } person)
        {
            return AppliedCommand.Nothing;
        }

        var id = person.Value.Id;
        return new(
            [
                person.Replace(person.Value with { LeftAt = null, TakenOut = false, IsUnwritten = false }),
                .. await context.Store.IsBehind(context.Cohort, person.Value, cancel) ? [] : await Open(context, id, cancel),
                .. Mail(context, row, id, MailKind.BroughtBack),
            ],
            [])
        {
            State = PhaseCatalogue.Find(context.State.Phase).IsAsking && context.State.OpenedAt is not null ? context.State.Asking(context.Now) with { EndsByDays = true } : null,
        };
    }

    /// <summary>The question of the phase; after the offers and wishes these, as of a newcomer, or a place among those who seek.</summary>
    private static async Task<IReadOnlyList<Change>> Open(StepContext context, PersonId person, CancellationToken cancel)
    {
        var phase = context.State.Phase;
        if (phase is PhaseNames.Preparation || !PhaseCatalogue.IsBefore(phase, PhaseNames.Feedback) || (PhaseCatalogue.Find(phase).IsAsking && context.State.OpenedAt is null))
        {
            return [];
        }

        var asked = PhaseCatalogue.Find(phase).IsAsking ? phase : PhaseNames.OffersAndWishes;
        var ask = AskId.InPhases(person).Single(ask => ask.Scope == asked);
        return await context.Store.Read(context.Partition, ask.AnswerKey, cancel) is null
            ? [Documents.Put(ask.AskKey, new Ask { Id = ask, SentAt = context.Now, Late = phase != asked })]
            : phase == PhaseNames.Sessions ? [Seeking.Begin(person)] : [];
    }

    private static Task<Stored<Person>?> Find(StepContext context, Stored<PersonCommand> row, CancellationToken cancel) =>
        context.Store.Read<Person>(context.Partition, Rows.Person + row.Value.Person, cancel);

    private static async Task<IReadOnlyList<MeetingId>> MeetingsOf(StepContext context, PersonId person, CancellationToken cancel) =>
        await new MeetingRepository(context.Store, context.Cohort.Id).OfPerson(person, cancel)
            .Where(meeting => meeting.Status is MeetingStatus.Proposed or MeetingStatus.Running).Select(meeting => meeting.Id).ToListAsync(cancel);

    /// <summary>Each command has a mail of its own: somebody may go and come more than once.</summary>
    private static Change.Insert[] Mail(StepContext context, Stored<PersonCommand> row, PersonId person, MailKind kind) => new Mail
    {
        Name = Names.Join(kind.Slug(), person.Value, Names.Digest(row.Key)),
        Kind = kind,
        Person = person,
        QueuedAt = context.Now,
    }.Insert();
}
