using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>
/// The pairs or circles meet; each sees to its own sessions. The cohort waits for the last, and finds a new partner, or a
/// place in another circle, for those who have lost theirs.
/// </summary>
internal sealed class SessionsPhase(MeetingFinder finder, CalendarWatch watch, Wakes wakes) : IPhase
{
    public string Name => PhaseNames.Sessions;

    public async Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        if (context.State.OpenedAt is null)
        {
            await Open(context, cancel);
        }

        // By newer rules some clocks go otherwise: each pair looks whether its sessions still keep their hour.
        var rulesChanged = context.State.ZoneRules is { } known && known != Zone.Rules ? await context.Store.LiveMeetings(context.Cohort.Id, cancel) : [];
        if (context.State.ZoneRules != Zone.Rules)
        {
            await wakes.Announce(rulesChanged, cancel);
            await context.Save(context.State with { ZoneRules = Zone.Rules }, [], cancel);
        }

        var ends = context.State.OpenedAt!.Value + SeriesLength.LengthOf(context.Cohort, context.State);
        var waitingEnds = SeriesLength.WaitingEnds(context.Cohort, context.State, context.Now)!.Value;
        if (context.Now >= waitingEnds && !context.State.WaitingEnded)
        {
            await EndWaiting(context, cancel);
        }

        var started = await Started(context, cancel);
        if (started.Count == 0 && (!await AnyWaiting(context, cancel) || context.Now >= ends || context.State.CloseNow))
        {
            await context.EndHalfTime(cancel);
            if (!context.State.WaitingEnded)
            {
                // Whoever waits was promised to hear.
                await EndWaiting(context, cancel);
            }

            var completed = await new MeetingRepository(context.Store, context.Cohort.Id).All(cancel).CountAsync(meeting => meeting.Value.RanItsCourse, cancel);
            return PhaseTransition.GoTo(PhaseNames.Feedback, completed) with { Starts = await context.Store.LiveMeetings(context.Cohort.Id, cancel) };
        }

        var (changed, next) = await watch.Listen(context, ends, cancel);
        var looksIn = started.Count > 0 ? context.Now.AddDays(1) : ends;
        looksIn = !context.State.WaitingEnded && waitingEnds < looksIn ? waitingEnds : looksIn;
        looksIn = await context.CloseHalfTime(cancel) is { } closes && closes < looksIn ? closes : looksIn;
        return PhaseTransition.Wait(next < looksIn ? next.Value : looksIn) with { Starts = [.. started.Union(changed).Union(rulesChanged)] };
    }

    /// <summary>Pairs and circles that are to begin or change now.</summary>
    private async Task<IReadOnlyList<ProcessId>> Started(StepContext context, CancellationToken cancel)
    {
        var takesNewcomers = SeriesLength.TakesNewcomers(context.Cohort, context.State, context.Now);
        if (!takesNewcomers && !context.Cohort.HasCircles)
        {
            return [];
        }

        var toBegin = await finder.ToBegin(context, cancel);
        return takesNewcomers ? [.. toBegin.Union(await finder.Place(context, cancel))] : toBegin;
    }

    /// <summary>Who has no partner when the sessions begin is told so, kindly, and stays on the list for a free place. Who waits by a draw knows already.</summary>
    private async Task Open(StepContext context, CancellationToken cancel)
    {
        if (context.Cohort.HasCircles)
        {
            await Begin(context, cancel);
        }

        var paired = await context.Store.PairedPeople(context.Cohort.Id, cancel);
        var unheard = await context.Asks(PhaseNames.OffersAndWishes, cancel).ToDictionaryAsync(ask => ask.Value.Id.Person, cancellationToken: cancel);
        var drawn = await context.Store.ReadWaiting(context.Cohort, cancel);
        var behind = await context.Store.ReadBehind(context.Cohort, context.People(cancel), cancel);
        var alone = context.People(cancel).Where(person => person.IsActive && !paired.Contains(person.Id) && !drawn.Contains(person.Id));
        await context.SaveEach(alone, person => person.Id.Value, person => Tell(context, person, behind.Contains(person.Id) ? null : unheard.GetValueOrDefault(person.Id)), cancel);
        await context.Store.DeleteAll(context.Partition, KeyRange.Prefix(Rows.FreeTime), cancel);
        var formed = await context.Store.Query(context.Partition, KeyRange.Prefix(Waiting.KeysOf(MeetingStatus.Running)), cancel).CountAsync(cancel);
        await context.Save(context.State with { OpenedAt = context.Now, Cursor = null, Invited = formed }, [], cancel);
    }

    /// <summary>Who has waited for a partner hears that it is over. Who never said what they would like is left in peace, and who waits by a draw, or stands behind those, knows already.</summary>
    private static async Task EndWaiting(StepContext context, CancellationToken cancel)
    {
        var paired = await context.Store.PairedPeople(context.Cohort.Id, cancel);
        var silent = await context.Asks(PhaseNames.OffersAndWishes, cancel).Select(ask => ask.Value.Id.Person).ToHashSetAsync(cancellationToken: cancel);
        var drawn = await context.Store.ReadWaiting(context.Cohort, cancel);
        var behind = await context.Store.ReadBehind(context.Cohort, context.People(cancel), cancel);
        var waiting = context.People(cancel).Where(person => person.IsActive && !paired.Contains(person.Id) && !silent.Contains(person.Id) && !drawn.Contains(person.Id) && !behind.Contains(person.Id));
        await context.SaveEach(waiting, person => person.Id.Value, person => WaitingIsOver(context, person), cancel);
        await context.Save(context.State with { WaitingEnded = true, Cursor = null }, [], cancel);
    }

    private static IReadOnlyCollection<Change> WaitingIsOver(StepContext context, Programme.Person person) =>
    [
        .. new Mail { Name = Names.Join(MailKind.WaitingOver.Slug(), person.Id.Value), Kind = MailKind.WaitingOver, Person = person.Id, QueuedAt = context.Now }.Insert(),
    ];

    /// <summary>The circles that the manager has approved begin. Nobody is asked to accept: everybody can leave at any time.</summary>
    private static async Task Begin(StepContext context, CancellationToken cancel)
    {
        await foreach (var circle in new MeetingRepository(context.Store, context.Cohort.Id).All(cancel).Where(circle => circle.Value.Status is MeetingStatus.Draft))
        {
            await context.Store.Write(
                context.Partition,
                [
                    circle.Replace(circle.Value with { Status = MeetingStatus.Running, StartedAt = context.Now }),
                    Waiting.Begin(MeetingStatus.Running, circle.Value.Id),
                    .. circle.Value.People.Select(person => MeetingRepository.Member(person, circle.Value.Id)),
                ],
                cancel);
        }
    }

    /// <param name="context">The cohort's.</param>
    /// <param name="person">Who has no partner.</param>
    /// <param name="unheard">The question what they offer and want, where it is still open: it can be answered from now on as a newcomer's can.</param>
    private static IReadOnlyCollection<Change> Tell(StepContext context, Programme.Person person, Stored<Ask>? unheard) =>
    [
        .. NoPartner.Tell(context, person.Id),
        .. unheard is { Value.Late: false } ? [unheard.Replace(unheard.Value with { Late = true })] : Array.Empty<Change>(),
    ];

    private static async Task<bool> AnyWaiting(StepContext context, CancellationToken cancel) =>
        await context.Store.Query(context.Partition, KeyRange.Prefix(Waiting.Keys), cancel).AnyAsync(cancel);
}
