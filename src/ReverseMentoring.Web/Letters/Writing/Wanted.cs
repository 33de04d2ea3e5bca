using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Whether a mail still makes sense when its turn has come.</summary>
internal static class Wanted
{
    /// <returns>Null: it is wanted, as far as can be told from what is at hand.</returns>
    public static DropReason? WhyNot(Occasion occasion) =>
        occasion.State.Status is CycleStatus.Erased ? DropReason.Erased
        : occasion.State.Status is CycleStatus.Cancelled && !SaysGoodbye(occasion.Mail.Kind) ? DropReason.Cancelled
        : occasion.Mail.Person is null ? null
        : occasion.Reader is not { Email.Length: > 0 } ? DropReason.Erased
        : !occasion.Reader.IsActive && occasion.Mail.Kind is not MailKind.SessionCancelled ? DropReason.Left
        : occasion.Mail.ToDelegate && occasion.Reader.DelegateEmail is null ? DropReason.Revoked
        : occasion.Reader.RemindersOff && !occasion.Mail.ToDelegate && occasion.Mail.Kind is MailKind.Reminder or MailKind.SessionReminder ? DropReason.RemindersOff
        : IsPaused(occasion) && occasion.Mail.Kind is MailKind.Reminder or MailKind.SessionReminder ? DropReason.Paused
        : PhaseIsOver(occasion) ? DropReason.PhaseOver
        : null;

    /// <summary>Questions and news wait for the end of a pause. Times of sessions do not: the calendar should tell the truth.</summary>
    public static bool IsHeld(Occasion occasion) => IsPaused(occasion) && occasion.Mail.Kind is MailKind.TopicsInvitation or MailKind.OffersInvitation
        or MailKind.Introduction or MailKind.CircleIntroduction or MailKind.Briefing or MailKind.Pulse or MailKind.HalfTime or MailKind.FeedbackInvitation or MailKind.RhythmAsked
        or MailKind.CircleChanged or MailKind.Unmatched or MailKind.Thanks;

    private static bool IsPaused(Occasion occasion) => !occasion.Mail.ToDelegate && occasion.Reader?.IsPausedAt(occasion.Now) is true;

    /// <summary>A question that was answered, or taken back, is not asked. A briefing says more than it asks.</summary>
    public static async Task<DropReason?> WhyNotAsked(IStore store, Occasion occasion, CancellationToken cancel)
    {
        if (occasion.Mail.Ask is not { } id || occasion.Mail.Kind is MailKind.Briefing)
        {
            return null;
        }

        if (await store.Read<Ask>(occasion.Partition, id.AskKey, cancel) is { } ask)
        {
            return id.Form is FormKind.Offers && occasion.State.Phase != id.Scope && !ask.Value.Late ? DropReason.PhaseOver : null;
        }

        return await store.Read(occasion.Partition, id.AnswerKey, cancel) is null ? DropReason.Withdrawn : DropReason.Answered;
    }

    private static bool SaysGoodbye(MailKind kind) =>
        kind is MailKind.CycleCancelled or MailKind.SessionCancelled or MailKind.MeetingEnded;

    private static bool PhaseIsOver(Occasion occasion) =>
        occasion.Mail.Ask is { Form: FormKind.Topics or FormKind.Feedback } ask && occasion.State.Phase != ask.Scope;
}
