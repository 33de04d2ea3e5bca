using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Forms;

/// <summary>Where somebody stands who has no partner: to be matched, looked for, no longer looked for, never looked for because they have not answered, waiting by a draw, or behind those who do.</summary>
/// <param name="Key">Of its text.</param>
/// <param name="Until">When they hear at the latest; null: nothing more is to come.</param>
/// <param name="Question">What they can still answer: what they want, so that they are looked for; or the closing survey.</param>
public sealed record MyWaiting(string Key, DateTimeOffset? Until = null, AskId? Question = null)
{
    internal static async Task<MyWaiting?> Read(LinkContext context, IStore store, IReadOnlyCollection<Meeting> meetings, CancellationToken cancel)
    {
        var state = context.State;
        if (!context.Person.IsActive || state.Status is CycleStatus.Cancelled or CycleStatus.Erased || PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Matching)
            || meetings.Any(meeting => meeting.Status is MeetingStatus.Proposed or MeetingStatus.Running or MeetingStatus.Completed))
        {
            return null;
        }

        if (state.HasToldWhoWaits() && await store.WaitsByLot(context.Cohort, context.Person.Id, cancel))
        {
            return await Drawn(context, store, cancel);
        }

        if (state.HasToldWhoWaits() && meetings.Count == 0 && await store.IsBehind(context.Cohort, context.Person, cancel))
        {
            return state.Phase == PhaseNames.Retention ? null : new("Waiting.Behind");
        }

        var open = await Open(context, store, new(PhaseNames.OffersAndWishes, FormKind.Offers, 0, context.Person.Id), cancel);
        return state.Phase switch
        {
            // Until HR has seen them nobody hears of pairs, nor of a draw: all read the same.
            PhaseNames.Matching or PhaseNames.Review or PhaseNames.Confirmation =>
                open is not null ? null : new(context.Cohort.Settings.DrawnWaitingList && !state.HasToldWhoWaits() ? "Waiting.Settling" : "Waiting.Soon"),
            PhaseNames.Sessions when WaitingTime.EndOf(context.Cohort, state, context.Now) is { } ends => open is null ? new("Waiting.Looking", ends) : new("Waiting.Unheard", ends, open),
            PhaseNames.Sessions => new(open is null ? "Waiting.Over" : "Waiting.OverUnheard"),
            PhaseNames.Feedback when meetings.Count == 0 && open is null => new("Waiting.Over"),
            _ => null,
        };
    }

    /// <summary>They wait until the closing survey, are asked in it as all are, and come first in the next round.</summary>
    private static async Task<MyWaiting> Drawn(LinkContext context, IStore store, CancellationToken cancel)
    {
        var state = context.State;
        return PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Feedback) || state is { Phase: PhaseNames.Feedback, OpenedAt: null } ? new("Waiting.Drawn")
            : state.Phase == PhaseNames.Feedback && await Open(context, store, new(PhaseNames.Feedback, FormKind.Feedback, 0, context.Person.Id), cancel) is { } closing ? new("Waiting.DrawnAsked", Question: closing)
            : new("Waiting.DrawnOver");
    }

    private static async Task<AskId?> Open(LinkContext context, IStore store, AskId ask, CancellationToken cancel) =>
        await store.Read(Rows.Partition(context.Cohort.Id), ask.AskKey, cancel) is null ? null : ask;
}
