using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>All is over. Personal data is kept until the retention time ends, for questions; then it is erased.</summary>
public sealed class Retention(CohortErasure erasure) : IPhase
{
    public string Name => PhaseNames.Retention;

    public async Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        if (turn.State.OpenedAt is null)
        {
            if (turn.State.Status is CycleStatus.Cancelled)
            {
                await TellEverybody(turn, cancel);
            }

            await turn.Save(turn.State with { OpenedAt = turn.Now, Cursor = null }, [], cancel);
        }

        var ends = turn.Cohort.EndOfDay(turn.State.OpenedAt!.Value, turn.Cohort.Settings.RetentionDays);
        if (turn.Now < ends && !turn.State.CloseNow)
        {
            return Move.Wait(ends);
        }

        return Move.Wait(await erasure.Erase(turn, cancel));
    }

    private static Task TellEverybody(Turn turn, CancellationToken cancel) => turn.SaveEach(
        turn.People(cancel).Where(person => person.IsActive),
        person => person.Id,
        person => new Mail
        {
            Name = Names.Of("cancelled", person.Id),
            Kind = MailKind.CycleCancelled,
            Person = person.Id,
            QueuedAt = turn.Now,
        }.Insert(),
        cancel);
}
