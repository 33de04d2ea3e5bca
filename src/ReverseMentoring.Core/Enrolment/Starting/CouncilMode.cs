using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Works council mode on its way: when it may end, and what stands of it in the audit.</summary>
public static class CouncilMode
{
    public const string Setting = "worksCouncil";

    /// <summary>Whether settings may follow those that a cohort has: before the first invitation at will, then once all who take part have been told.</summary>
    public static async Task<bool> MayEnd(IStore store, Cohort cohort, CycleState state, CohortSettings then, CancellationToken cancel) =>
        !cohort.Settings.WorksCouncil || then.WorksCouncil || state.Phase == PhaseNames.Preparation || await Announcement.Untold(store, cohort.Id, state.AnnouncedAt, cancel) == 0;

    /// <summary>Notes that it is switched on or off, or that its end is announced, before that is so.</summary>
    /// <param name="context">With the cohort as it was.</param>
    /// <param name="cohort">As it comes to be.</param>
    /// <param name="state">Likewise.</param>
    /// <param name="command">The key of the command that a second run would find again.</param>
    /// <param name="audit">Takes it.</param>
    /// <param name="cancel">Cancels the write.</param>
    internal static async Task Note(StepContext context, Cohort cohort, CycleState state, string command, AuditLog audit, CancellationToken cancel)
    {
        var (was, comes) = (context.Cohort.Settings.WorksCouncil, cohort.Settings.WorksCouncil);
        var act = was != comes ? (comes ? "on" : "off") : comes && state.AnnouncedAt is not null && context.State.AnnouncedAt is null ? "announced" : null;
        if (act is not null)
        {
            await audit.Add(null, $"works-council:{act}", cohort.Id, name: $"{cohort.Id}:{act}:{command}", cancel: cancel);
        }
    }
}
