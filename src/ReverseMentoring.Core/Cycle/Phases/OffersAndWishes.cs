using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>What everybody can bring and what they want, when they have time, and the ground rules to agree to.</summary>
public sealed class OffersAndWishes : AskingPhase
{
    public override string Name => PhaseNames.OffersAndWishes;

    protected override FormKind Form => FormKind.Offers;

    protected override MailKind Invitation => MailKind.OffersInvitation;

    protected override string Then => PhaseNames.Matching;

    protected override async Task<CycleState> Noted(StepContext context, CancellationToken cancel) =>
        context.State with { AreFarApart = FarApart.Among(await context.People(cancel).ToListAsync(cancel), context.Cohort.Settings) };
}
