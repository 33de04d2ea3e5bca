using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle;

/// <summary>Applies the manager's commands, in the order in which they came, in one write with the state they lead to.</summary>
internal static class CohortCommands
{
    /// <returns>Whether the pairs have to hear of it.</returns>
    public static async Task<bool> Apply(StepContext context, AuditLog audit, CancellationToken cancel)
    {
        var rows = await context.Store.Query<CohortCommand>(context.Partition, KeyRange.Prefix(CohortCommand.Keys), cancel)
            .Take(StoreLimits.Changes / 2).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return false;
        }

        var (before, state, cohort) = (context.State, context.State, context.Cohort);
        var rules = await context.Store.Read<MatchRules>(context.Partition, Rows.Rules, cancel);
        var kept = rules?.Value ?? new MatchRules();
        foreach (var command in rows.Select(row => row.Value).Where(command => command.IsFor(state)))
        {
            kept = await IsOfNobody(context, command, cancel) ? kept : kept.Apply(command, state);
            state = Apply(state, command, context.Now);
            cohort = command.Changes is { } given ? cohort with { Settings = await Changed(context, cohort, given, state, cancel) } : cohort;
            cohort = command.Policy is { } policy ? cohort with { Settings = cohort.Settings with { Matching = policy } } : cohort;
        }

        List<Change> changes = [.. rows.Select(row => row.Delete())];
        if (kept != rules?.Value)
        {
            changes.Add(rules is null ? Documents.Insert(Rows.Rules, kept) : rules.Replace(kept));
        }

        state = cohort.Settings.WorksCouncil ? state : state with { AnnouncedAt = null };
        await CouncilMode.Note(context, cohort, state, rows[0].Key, audit, cancel);
        await List(context, cohort, cancel);
        await context.Save(state, cohort, changes, cancel);
        return state.Status != before.Status;
    }

    /// <summary>Two can be locked into a circle only where each has one: see <see cref="CircleLocks"/>.</summary>
    private static async Task<bool> IsOfNobody(StepContext context, CohortCommand command, CancellationToken cancel) =>
        command is { Kind: CommandKind.Lock, Mentor: { } mentor, Mentee: { } mentee }
        && await new CircleLocks(context.Store).RuleAgainst(context.Cohort, mentor, mentee, cancel) is not null;

    /// <summary>Works council mode stays on where somebody has come who was not told.</summary>
    private static async Task<CohortSettings> Changed(
        StepContext context, Cohort cohort, IReadOnlyDictionary<string, System.Text.Json.Nodes.JsonNode?> given, CycleState state, CancellationToken cancel)
    {
        var changed = SettingValues.Change(cohort.Settings, given, state);
        return await CouncilMode.MayEnd(context.Store, cohort, state, changed, cancel) ? changed : changed with { WorksCouncil = true };
    }

    /// <summary>The list of all cohorts says the same name and first day; it stands elsewhere, and so is written first.</summary>
    private static async Task List(StepContext context, Cohort cohort, CancellationToken cancel)
    {
        var (before, settings) = (context.Cohort.Settings, cohort.Settings);
        if (before.Name != settings.Name || before.Start != settings.Start)
        {
            await context.Store.Write(
                Rows.Cohorts, [Documents.Put(cohort.Id.Value, new CohortListing(settings.Name, settings.Start, cohort.CreatedAt))], cancel);
        }
    }

    private static CycleState Apply(CycleState state, CohortCommand command, DateTimeOffset now) => command.Kind switch
    {
        CommandKind.Close => state with { CloseNow = true },
        CommandKind.Extend => state with { ExtraDays = state.ExtraDays + command.Days, CloseNow = false },
        CommandKind.Pause => state with { Status = CycleStatus.Paused, PausedAt = now },
        CommandKind.Resume => state with
        {
            Status = CycleStatus.Running,
            ExtraDays = state.ExtraDays + (int)Math.Ceiling((now - state.PausedAt!.Value).TotalDays),
            PausedAt = null,
            ResumedAt = now,
        },
        CommandKind.Cancel => state.GoTo(PhaseNames.Retention, now, 0) with { Status = CycleStatus.Cancelled },
        CommandKind.Approve => state with { Approved = true },
        CommandKind.Rerun => state.GoTo(PhaseNames.Matching, now, 0) with { Round = state.Round - 1 },
        CommandKind.Announce => state with { AnnouncedAt = state.AnnouncedAt ?? now },
        CommandKind.Erase => state with { Status = CycleStatus.Running, CloseNow = true },
        _ => state,
    };
}
