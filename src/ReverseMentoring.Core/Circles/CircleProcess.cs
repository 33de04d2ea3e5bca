using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Circles;

/// <summary>
/// A circle's way: running, over. It writes its own rows and never the cohort's. Its sessions are invited to by mail also
/// where the cohort's calendars are reached: these are asked when people are free, and are not written to.
/// </summary>
public sealed class CircleProcess(IStore store, CircleBooking booking, TimeProvider clock) : IProcess
{
    public string Kind => ProcessId.CircleKind;

    public async Task<Next> Step(ProcessId id, CancellationToken cancel)
    {
        if (await Load(id.Cohort, id.Pair!, cancel) is not { } turn)
        {
            return Next.Never;
        }

        if (turn.State.Status is CycleStatus.Paused)
        {
            return new(null);
        }

        try
        {
            return await Step(id, turn, cancel);
        }
        catch (CalendarBusyException busy)
        {
            return new(turn.Now + busy.RetryAfter, Name(turn.Circle));
        }
        catch (CalendarException)
        {
            return new(turn.Now + CalendarFailure.TryAgainAfter, Name(turn.Circle));
        }
    }

    private async Task<Next> Step(ProcessId id, CircleTurn turn, CancellationToken cancel)
    {
        await CircleMembership.Advance(turn, booking, cancel);
        if (CircleEnding.Of(turn) is { } end)
        {
            await CircleEnding.End(turn, end, booking, cancel);
        }
        else
        {
            await CircleSessions.Advance(turn, booking, cancel);
        }

        turn.Write(turn.Commands.Select(command => command.Delete()));
        await Write(Rows.Partition(id.Cohort), turn.Changes, cancel);
        return new(turn.Again ? turn.Now : turn.WakeAt, Name(turn.Circle), turn.Circle.IsOver)
        {
            Starts =
            [
                .. turn.HasMail ? [ProcessId.Outbox] : Array.Empty<ProcessId>(),
                .. await CohortWaits(id.Cohort, turn, cancel) ? [ProcessId.OfCohort(id.Cohort)] : Array.Empty<ProcessId>(),
            ],
        };
    }

    /// <summary>Where eight people are written to of several sessions at once, the mails, which have names, go before the state.</summary>
    private async Task Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Count > StoreLimits.Changes)
        {
            var mails = changes.OfType<Change.Insert>().Where(IsOfMail).ToArray();
            await store.InsertMissing(partition, mails, cancel);
            changes = [.. changes.Except(mails)];
        }

        if (changes.Count > 0)
        {
            await store.Write(partition, changes, cancel);
        }
    }

    private static bool IsOfMail(Change.Insert change) =>
        change.Key.StartsWith(Rows.Mail, StringComparison.Ordinal) || change.Key.StartsWith(Rows.Queue, StringComparison.Ordinal);

    private static string Name(Circle circle) => circle.Status.ToString().ToLowerInvariant();

    /// <summary>The cohort is woken by the last circle that it waits for, and where somebody looks for a place or one is free.</summary>
    private async Task<bool> CohortWaits(string cohort, CircleTurn turn, CancellationToken cancel) =>
        turn.Seeks || (turn.Circle.IsOver
            && !await store.Query(Rows.Partition(cohort), KeyRange.Prefix(Waiting.For(PairStatus.Running)), cancel).AnyAsync(cancel));

    private async Task<CircleTurn?> Load(string cohortId, string circleId, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohortId);
        var cohort = await store.ReadCohort(cohortId, cancel);
        var state = await store.ReadState(cohortId, cancel);
        var circle = await new CircleBook(store, cohortId).Find(circleId, cancel);
        if (cohort is null || state is null || circle is not { Value: { Status: CircleStatus.Running } running })
        {
            return null;
        }

        var commands = await store.Query<PairCommand>(partition, KeyRange.Prefix(PairCommand.KeysOf(circleId)), cancel).ToListAsync(cancel);
        var known = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var id in running.Members.Select(member => member.Person).Union(commands.Select(command => command.Value.Person)).Where(id => id.Length > 0))
        {
            if (await store.Read<Person>(partition, Rows.Person + id, cancel) is { } person)
            {
                known.Add(id, person.Value);
            }
        }

        return new(cohort, state.Value, circle, known, clock.GetUtcNow())
        {
            Sessions = await new PairBook(store, cohortId).Sessions(circleId, cancel).ToListAsync(cancel),
            Asks = await store.Query<Ask>(partition, KeyRange.Prefix(AskId.AsksOf(circleId)), cancel).ToListAsync(cancel),
            Answers = await store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(circleId)), cancel)
                .ToDictionaryAsync(row => row.Key, cancellationToken: cancel),
            Commands = commands,
        };
    }
}
