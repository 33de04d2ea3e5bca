using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Topics;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>Everyone, leaders included, proposes topics or picks from the starter list.</summary>
public sealed class CallForTopics : AskingPhase
{
    public override string Name => PhaseNames.CallForTopics;

    protected override FormKind Form => FormKind.Topics;

    protected override MailKind Invitation => MailKind.TopicsInvitation;

    protected override string Then => PhaseNames.OffersAndWishes;

    protected override int Days(Turn turn) => turn.Cohort.Settings.Phases.CallForTopics;

    /// <summary>The list that offers and wishes are made from. If the manager has not curated it, it stands as people made it.</summary>
    protected override Task Close(Turn turn, CancellationToken cancel) => new TopicBook(turn.Store).Compile(turn.Cohort, cancel);
}
