using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Mails;

/// <summary>Whether a mail still makes sense when its turn has come.</summary>
internal static class MailRelevance
{
    /// <returns>Null: it is wanted, as far as can be told from what is at hand.</returns>
    public static DropReason? WhyNot(MailContext context) =>
        context.State.Status is CycleStatus.Erased ? DropReason.Erased
        : context.State.Status is CycleStatus.Cancelled && !context.Declaration.OutlivesCycle ? DropReason.Cancelled
        : context.Mail.Person is null ? null
        : context.Reader is not { Email.Length: > 0 } ? DropReason.Erased
        : context.Reader.IsUnwritten ? DropReason.Left
        : !context.Reader.IsActive && !context.Declaration.FollowsLeavers ? DropReason.Left
        : context.Mail.ToDelegate && context.Reader.ConfirmedDelegate is null ? DropReason.Revoked
        : !context.Mail.ToDelegate && context.Reader.Mails < context.Declaration.Level ? DropReason.RemindersOff
        : IsPaused(context) && context.Declaration.Pause is PauseRule.Falls ? DropReason.Paused
        : PhaseIsOver(context) ? DropReason.PhaseOver
        : null;

    /// <summary>Questions and news wait for the end of a pause. Times of sessions do not: the calendar should tell the truth.</summary>
    public static bool IsHeld(MailContext context) => (IsPaused(context) && context.Declaration.Pause is PauseRule.Waits) || IsAskedElsewhere(context);

    /// <summary>
    /// At an address that the programme manager has entered, and that isn't confirmed, no question comes: only who has not answered would get it. Nor, in works council mode, what tells when
    /// somebody meets.
    /// </summary>
    private static bool IsAskedElsewhere(MailContext context) => context.Reader?.MovedFrom is not null && !context.Mail.ToDelegate
        && ((context.Mail.Ask is not null && context.Declaration.Question is not MailQuestion.AsksToo) || (context.Mail.Meeting is not null && context.Cohort.Settings.WorksCouncil));

    private static bool IsPaused(MailContext context) => !context.Mail.ToDelegate && context.Reader?.IsPausedAt(context.Now) is true;

    /// <summary>A question that was answered, or taken back, is not asked. What says more than it asks goes out.</summary>
    public static async Task<DropReason?> WhyNotAsked(IStore store, MailContext context, CancellationToken cancel)
    {
        if (context.Mail.Ask is not { } id || context.Declaration.Question is MailQuestion.AsksToo)
        {
            return null;
        }

        if (await store.Read<Ask>(context.Partition, id.AskKey, cancel) is { } ask)
        {
            return id.IsOfPhase && context.State.Phase != id.Scope && !ask.Value.Late ? DropReason.PhaseOver : null;
        }

        return await store.Read(context.Partition, id.AnswerKey, cancel) is null ? DropReason.Withdrawn : DropReason.Answered;
    }

    private static bool PhaseIsOver(MailContext context) =>
        context.Mail.Ask is { } ask && ask.Form.Declaration().EndsWithPhase && context.State.Phase != ask.Scope;
}
