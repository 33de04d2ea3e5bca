using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>Questions about a meeting count as long as it goes on, or until the report is written; whether to accept, until that is decided.</summary>
internal sealed class MeetingQuestions(IStore store) : IMeetingQuestions
{
    public async Task<bool> TakesAnswers(CohortId cohort, AskId id, CycleState state, CancellationToken cancel) =>
        await new MeetingRepository(store, cohort).Find(new MeetingId(id.Scope), cancel) is { Value: var meeting } && meeting.Has(id.Person)
        && (id.Form is FormKind.Confirmation
            ? meeting.Status is MeetingStatus.Proposed
            : !(id.Form is FormKind.HalfTime && state.ClosedWaves.Contains(WaveNames.HalfTime))
                && meeting.Status is MeetingStatus.Running or MeetingStatus.Completed && PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Report));
}
