using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Forms;

/// <summary>Where somebody stands who has no partner: to be matched, looked for, no longer looked for, never looked for because they have not answered, or waiting by a draw.</summary>
/// <param name="Key">Of its text.</param>
/// <param name="Until">When they hear at the latest; null: nothing more is to come.</param>
/// <param name="Question">What they can still answer, so that they are looked for.</param>
public sealed record MyWaiting(string Key, DateTimeOffset? Until, AskId? Question)
{
    internal static async Task<MyWaiting?> Read(LinkContext context, IStore store, IEnumerable<Meeting> meetings, CancellationToken cancel)
    {
        var isMatching = context.State.Phase is PhaseNames.Matching or PhaseNames.Review or PhaseNames.Confirmation;
        if (!context.Person.IsActive || !(isMatching || context.State.Phase == PhaseNames.Sessions)
            || meetings.Any(meeting => meeting.Status is MeetingStatus.Proposed or MeetingStatus.Running or MeetingStatus.Completed))
        {
            return null;
        }

        if (!isMatching && await store.WaitsByLot(context.Cohort, context.Person.Id, cancel))
        {
            return new("Waiting.Drawn", null, null);
        }

        var (ends, id) = (WaitingTime.EndOf(context.Cohort, context.State, context.Now), new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, context.Person.Id));
        var isUnheard = await store.Read(Rows.Partition(context.Cohort.Id), id.AskKey, cancel) is not null;
        return isMatching ? isUnheard ? null : new("Waiting.Soon", null, null)
            : ends is null ? new(isUnheard ? "Waiting.OverUnheard" : "Waiting.Over", null, null)
            : isUnheard ? new("Waiting.Unheard", ends, id)
            : new("Waiting.Looking", ends, null);
    }
}
