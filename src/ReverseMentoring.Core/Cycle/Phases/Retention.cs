using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>All is over. Personal data is kept until the retention time ends, for questions; then it is erased.</summary>
public sealed class Retention(CohortErasure erasure) : IPhase
{
    public string Name => PhaseNames.Retention;

    public async Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        if (context.State.OpenedAt is null)
        {
            if (context.State.Status is CycleStatus.Cancelled)
            {
                await TellEverybody(context, cancel);
            }

            // Of a cycle that was cancelled no wave was closed; and who sent words while one was closing may have come too late.
            await context.TakeOutComments(cancel);
            await context.Save(context.State with { OpenedAt = context.Now, Cursor = null }, [], cancel);
        }

        var ends = context.Cohort.ErasedAfter(context.State.OpenedAt!.Value);
        if (context.Now < ends && !context.State.CloseNow)
        {
            return PhaseTransition.Wait(ends);
        }

        return PhaseTransition.Wait(await erasure.Erase(context, cancel));
    }

    private static Task TellEverybody(StepContext context, CancellationToken cancel) => context.SaveEach(
        context.People(cancel).Where(person => person.IsActive),
        person => person.Id.Value,
        person => new Mail
        {
            Name = Names.Join("cancelled", person.Id.Value),
            Kind = MailKind.CycleCancelled,
            Person = person.Id,
            QueuedAt = context.Now,
        }.Insert(),
        cancel);
}
