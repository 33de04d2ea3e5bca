using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>Questions about a meeting count as long as it goes on, or until the report is written; whether to accept, until that is decided.</summary>
internal sealed class MeetingQuestions(IStore store, TimeProvider clock) : IMeetingQuestions
{
    public async Task<bool> TakesAnswers(CohortId cohort, AskId id, bool isOpen, CycleState state, CancellationToken cancel) =>
        (isOpen || id.Form is not FormKind.Pulse || await IsLately(cohort, id, cancel)) && await new MeetingRepository(store, cohort).Find(new MeetingId(id.Scope), cancel) is { Value: var meeting } && meeting.Has(id.Person)
        && (id.Form is FormKind.Confirmation
            ? meeting.Status is MeetingStatus.Proposed
            : !(id.Form is FormKind.HalfTime && state.ClosedWaves.Contains(WaveNames.HalfTime))
                && meeting.Status is MeetingStatus.Running or MeetingStatus.Completed && PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Report));

    /// <summary>What was said of a session can be changed for as long as it decides something.</summary>
    private async Task<bool> IsLately(CohortId cohort, AskId id, CancellationToken cancel) =>
        await new MeetingRepository(store, cohort).FindSession(new MeetingId(id.Scope), id.Number, cancel) is { } session && clock.GetUtcNow() < session.Time.End + SessionEnd.Longest;
}
