using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>Until when a question can be answered at the latest.</summary>
internal static class FormDeadlines
{
    /// <param name="cohort">Whose days count.</param>
    /// <param name="state">Where the cohort stands.</param>
    /// <param name="form">What is asked.</param>
    /// <param name="sent">When the question went out to this person.</param>
    /// <returns>Null where no day is set: such a question is open for as long as the pair meets.</returns>
    public static DateTimeOffset? DeadlineOf(Cohort cohort, CycleState state, FormKind form, DateTimeOffset sent)
    {
        var lengths = cohort.Settings.Phases;
        int? days = form switch
        {
            FormKind.Topics => lengths.CallForTopics + state.ExtraDays,
            FormKind.Offers => lengths.OffersAndWishes + state.ExtraDays,
            FormKind.Feedback => lengths.Feedback + state.ExtraDays,
            FormKind.Confirmation => lengths.Confirmation + (state.Phase == PhaseNames.Confirmation ? state.ExtraDays : 0),
            FormKind.Expectations or FormKind.Pulse or FormKind.HalfTime or FormKind.Cadence or FormKind.Reschedule or FormKind.Cancel
                or FormKind.Participation or FormKind.Delegate or FormKind.OwnAct or FormKind.Pair => null,
        };
        return days is { } given ? new Deadline(cohort, sent, given).End : null;
    }
}
