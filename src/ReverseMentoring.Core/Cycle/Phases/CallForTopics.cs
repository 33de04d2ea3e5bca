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

    /// <summary>As long as people can come by themselves there are more to be asked; and what was proposed waits to be looked at.</summary>
    protected override async Task<DateTimeOffset?> WaitsFor(StepContext context, CancellationToken cancel)
    {
        var open = context.Cohort.Settings.OpenCall is null ? (DateTimeOffset?)null : OpenCalls.EndOf(context.Cohort, context.State);
        return open > context.Now ? open : await WaitsForLook(context, cancel);
    }

    /// <summary>Topics that people have added are seen by all others when the manager has let them, or so many days later.</summary>
    private static async Task<DateTimeOffset?> WaitsForLook(StepContext context, CancellationToken cancel)
    {
        if (context.Cohort.Settings.TopicsLookDays == 0 || !await new TopicRepository(context.Store).HasProposals(context.Cohort.Id, cancel))
        {
            return null;
        }

        if (context.State.AnsweredAt is null)
        {
            await context.Save(context.State with { AnsweredAt = context.Now }, context.ToManager(MailKind.TopicsReady), cancel);
        }

        return context.Cohort.EndOfDay(context.State.AnsweredAt!.Value, context.Cohort.Settings.TopicsLookDays);
    }

    /// <summary>The list that offers and wishes are made from. What the manager has not changed stands as people made it.</summary>
    protected override Task Close(StepContext context, CancellationToken cancel) => new TopicRepository(context.Store).Compile(context.Cohort, cancel);
}
