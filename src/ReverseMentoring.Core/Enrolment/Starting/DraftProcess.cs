using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>A draft's only step: it goes when it is old, and takes rows of earlier versions, or of one that was never kept to its end, with it.</summary>
internal sealed class DraftProcess(StartDrafts drafts, TimeProvider clock) : IProcess
{
    /// <summary>Longer than it takes to keep a list: rows without a draft may be on the way to one.</summary>
    private static readonly TimeSpan Underway = TimeSpan.FromHours(1);

    public string Kind => ProgrammeProcesses.DraftKind;

    public async Task<StepResult> Step(ProcessId id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await drafts.Find(id.Scope, cancel) is not { } draft)
        {
            return await drafts.Tidy(id.Scope, Names.Moment(now - Underway), cancel) ? new(now + Underway) : StepResult.Never;
        }

        if (draft.Until <= now)
        {
            await drafts.Delete(draft.Id, cancel);
            return StepResult.Never;
        }

        await drafts.Tidy(draft.Id, draft.Version, cancel);
        return new(draft.Until);
    }
}
