using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Topics;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>Everyone, leaders included, proposes topics or picks from the starter list.</summary>
public sealed class CallForTopics : AskingPhase
{
    public override string Name => PhaseNames.CallForTopics;

    protected override FormKind Form => FormKind.Topics;

    protected override MailKind Invitation => MailKind.TopicsInvitation;

    protected override string Then => PhaseNames.OffersAndWishes;

    /// <summary>As long as people can come by themselves there are more to be asked.</summary>
    protected override DateTimeOffset? WaitsFor(StepContext context) => context.Cohort.Settings.OpenCall is null ? null : OpenCalls.EndOf(context.Cohort);

    /// <summary>The list that offers and wishes are made from. If the manager has not curated it, it stands as people made it.</summary>
    protected override Task Close(StepContext context, CancellationToken cancel) => new TopicRepository(context.Store).Compile(context.Cohort, cancel);
}
