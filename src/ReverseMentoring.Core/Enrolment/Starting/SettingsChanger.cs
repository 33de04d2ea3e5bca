using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>A setting that is to say something else.</summary>
/// <param name="Before">As it is; null: nothing is said.</param>
/// <param name="After">As it is to be.</param>
public sealed record SettingChange(SettingDeclaration Setting, JsonNode? Before, JsonNode? After);

/// <summary>What changes of settings come to.</summary>
/// <param name="Settings">With them.</param>
public sealed record ChangedSettings(IReadOnlyList<SettingChange> Changes, CohortSettings Settings)
{
    /// <summary>What does not stand in the way, but may not be as meant.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];
}

/// <summary>Changes settings of a cohort that has been started: what makes no sense any more is refused, with the reason.</summary>
public sealed class SettingsChanger(CohortPlanner planner, CohortService cohorts, IStore store, TimeProvider clock)
{
    /// <param name="cohort">As it stands.</param>
    /// <param name="values">By path, as JSON; those that say what is said already don't count.</param>
    /// <param name="findings">Takes all that is wrong.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Null where there are errors among the findings.</returns>
    public async Task<ChangedSettings?> Check(StandingCohort cohort, IReadOnlyDictionary<string, JsonNode?> values, Findings findings, CancellationToken cancel = default)
    {
        var (before, after) = (SettingValues.Of(cohort.Cohort.Settings), SettingValues.Of(cohort.Cohort.Settings));
        var changes = new List<SettingChange>();
        foreach (var (path, value) in values)
        {
            if (SettingCatalogue.Find(path) is not { } setting)
            {
                findings.Error(path, "There is no such setting.", "Use the names that the cohort's settings have.");
                continue;
            }

            var now = SettingValues.Read(before, path);
            if (JsonNode.DeepEquals(now, value))
            {
                continue;
            }

            if (!setting.IsOpenIn(cohort.State))
            {
                findings.Error(path, WhyNot(setting.Lock), "Leave it as it is.");
                continue;
            }

            if (setting.Falls(now, value))
            {
                findings.Error(path, "This can be raised and not lowered: people rely on it.", "Leave it as it is, or give a greater number.");
                continue;
            }

            if (path == CouncilMode.Setting && value?.GetValueKind() is JsonValueKind.False && cohort.State.Phase != PhaseNames.Preparation
                && await Announcement.Untold(store, cohort.Id, cohort.State.AnnouncedAt, cancel) is > 0 and var untold)
            {
                findings.Error(path, $"Works council mode can't be switched off yet: {untold} people have not been told.", "Tell everybody first; it can be switched off once the last mail has gone out.");
                continue;
            }

            changes.Add(new(setting, now, value));
            SettingValues.Write(after, path, value);
        }

        if (findings.Errors.Count == 0)
        {
            var people = await store.Query<Person>(cohort.Partition, KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value)
                .Where(person => person.IsActive).Select(person => Person.Normal(person.Email)).ToListAsync(cancel);
            (Findings Found, bool AreRead) FindingsOf(JsonObject settings, bool moves)
            {
                var found = new Findings();
                SettingValues.Tidy(settings);
                var sent = CohortReaderFromJson.ReadCohort(JsonSerializer.SerializeToUtf8Bytes(settings, StoredJson.Options), null, found);
                if (found.Errors.Count > 0)
                {
                    return (found, false);
                }

                planner.Check(sent.Request, moves, people, clock.GetUtcNow(), found);
                return (found, true);
            }

            // What was so before is not the change's doing. Settings that can't even be read are not checked at all: then nothing is taken.
            var (earlier, areRead) = FindingsOf(before, moves: false);
            var was = (areRead ? earlier.Errors : []).Select(error => (error.Where, error.Problem)).ToHashSet();
            var (comes, _) = FindingsOf(after, changes.Exists(change => change.Setting.Path == "start"));
            foreach (var error in comes.Errors.Where(error => !was.Contains((error.Where, error.Problem))))
            {
                findings.Error(error.Where, error.Said, error.Advice);
            }

            var warned = (areRead ? earlier.Warnings : []).Select(warning => (warning.Where, warning.Problem)).ToHashSet();
            foreach (var warning in comes.Warnings.Where(warning => !warned.Contains((warning.Where, warning.Problem))))
            {
                findings.Warn(warning.Where, warning.Said, warning.Advice);
            }
        }

        if (findings.Errors.Count > 0)
        {
            return null;
        }

        var settings = SettingValues.Change(cohort.Cohort.Settings, changes.ToDictionary(change => change.Setting.Path, change => change.After), cohort.State);
        if (changes.Exists(change => change.Setting.Path == "start"))
        {
            DateWarnings.AddFirstDay(settings, (cohort.Cohort with { Settings = settings }).Days, findings);
        }

        if (changes.Exists(change => change.Setting.Path == "retentionDays"))
        {
            DateWarnings.AddErasure(settings, findings);
        }

        return new(changes, settings) { Warnings = findings.Warnings };
    }

    /// <summary>Stores what was checked; the cohort takes it at its next step.</summary>
    public Task Give(StandingCohort cohort, ChangedSettings changed, CancellationToken cancel = default) =>
        cohorts.GiveChanges(cohort, changed.Changes.ToDictionary(change => change.Setting.Path, change => change.After), cancel);

    private static MessageTemplate WhyNot(SettingLock reason) => reason switch
    {
        SettingLock.Told => "This can't be changed any more: people have been told, and rely on it.",
        SettingLock.Asked => "This can't be changed any more: people have been asked by it.",
        SettingLock.Matched => "This can't be changed here any more: pairs have been found by it. In the review, match again by other rules.",
        SettingLock.Booked => "This can't be changed any more: sessions are booked by it.",
        SettingLock.Agreed => "This can't be changed any more: people have agreed to it.",
        _ => "This can't be changed any more: what it is about is over.",
    };
}
