using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment;

/// <summary>What became of a list of people.</summary>
/// <param name="NotListed">Participants who are not on it; they stay.</param>
/// <param name="LineCrossed">Pairs that the reporting line now forbids: they end, and both get another partner if there is one.</param>
public sealed record PeopleUpdated(int Joined, int Changed, int NotListed, int LineCrossed);

/// <summary>Takes a new list of people while a cohort runs: late joiners come in, and what a reorganisation has changed is mended.</summary>
public sealed class PeopleService(IStore store, CohortService cohorts, PersonRegister register, CorrectionNotes notes, Wakes wakes, DirectoryImport directory)
{
    /// <summary>How often a list that meets a concurrent change is compared anew.</summary>
    private const int Tries = 20;

    /// <summary>Until the closing survey there is something to take part in.</summary>
    public static bool IsOpen(CycleState state) =>
        state.Status is CycleStatus.Running or CycleStatus.Paused && PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Feedback);

    /// <param name="cohort">As it stands; one that <see cref="IsOpen"/>.</param>
    /// <param name="rows">The whole list, those who take no part too: it tells the reporting line.</param>
    /// <param name="by">The manager's, as the audit knows them.</param>
    /// <param name="findings">Takes what is wrong; with errors nothing is stored.</param>
    /// <param name="cancel">Cancels between writes. The same list again does what is left.</param>
    /// <returns>Null where there are errors.</returns>
    /// <exception cref="Scheduling.Calendars.CalendarException">People were to be looked up in the directory, and it can't be reached.</exception>
    /// <exception cref="StoreConflictException">Somebody has changed something of themselves meanwhile: send the list again.</exception>
    public async Task<PeopleUpdated?> UpdateList(StandingCohort cohort, IReadOnlyList<RosterRow> rows, string? by, Findings findings, CancellationToken cancel)
    {
        var settings = cohort.Cohort.Settings;
        var entries = new RosterReader(findings).ReadRoster(await directory.Fill(rows, settings.Directory, findings, cancel));
        foreach (var entry in entries.Where(entry => entry.TakesPart && IsNeutral(cohort, entry.Email)))
        {
            findings.Error(entry.Place.FieldPlace("email"), "This is the cohort's neutral contact, who can't take part.", "Remove the row.");
        }

        if (findings.Errors.Count > 0)
        {
            return null;
        }

        var wake = await wakes.Announce(ProcessId.OfCohort(cohort.Id), cancel);
        if (await Keep(cohort, entries, by, findings, cancel) is not { } update)
        {
            return null;
        }

        var crossed = await MendLine(cohort, cancel);
        await wake.Now(cancel);
        return new(update.Joined.Count, update.Changed.Count, update.NotListed, crossed);
    }

    /// <summary>Whether somebody is whom people turn to with worries about this cohort.</summary>
    internal static bool IsNeutral(StandingCohort cohort, string email) =>
        cohort.Cohort.Settings.Contacts.Trusted is { } neutral && Person.Normal(neutral.Email) == email;

    /// <summary>Ends pairs that the reporting line, as it is now, forbids; both get another partner if there is one.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> MendLine(StandingCohort cohort, CancellationToken cancel) => await Part(cohort, await Line(cohort.Partition, cancel), cancel);

    /// <summary>Which meetings the reporting line would forbid, were somebody on the list as given.</summary>
    internal async Task<IReadOnlyList<LineCrossing>> FindCrossed(StandingCohort cohort, Person edited, CancellationToken cancel)
    {
        var line = await Line(cohort.Partition, cancel);
        line.Remove(edited.Id);
        if (edited.ManagerId is { } manager)
        {
            line[edited.Id] = manager;
        }

        return await FindCrossed(cohort, line, cancel);
    }

    /// <summary>Where others have changed something meanwhile, the list is compared again with what is there then.</summary>
    /// <returns>What was stored; null where there are errors.</returns>
    private async Task<PeopleUpdate?> Keep(StandingCohort cohort, IReadOnlyList<RosterEntry> entries, string? by, Findings findings, CancellationToken cancel)
    {
        var settings = cohort.Cohort.Settings;
        var registered = await register.Enrol(cohort.Id, entries.Select(entry => entry.Email), cancel);
        for (var attempt = 1; ; attempt++)
        {
            var people = await store.Query<Person>(cohort.Partition, KeyRange.Prefix(Rows.Person), cancel)
                .ToDictionaryAsync(row => row.Value.Id, cancellationToken: cancel);
            var ids = registered.Concat(people.Values.Where(row => row.Value.Email.Length > 0).Select(row => KeyValuePair.Create(row.Value.Email, row.Value.Id)))
                .GroupBy(one => one.Key).ToDictionary(one => one.Key, one => one.Last().Value);
            var update = PeopleUpdate.Compare(entries, ids, people, settings.TimeZone, settings.Language, findings);
            if (findings.Errors.Count > 0)
            {
                return null;
            }

            if (attempt == 1)
            {
                await notes.Add(by, cohort.Id, update.Corrected, cancel);
            }

            try
            {
                await Keep(cohort.Partition, update, cancel);
                return update;
            }
            catch (StoreConflictException) when (attempt < Tries)
            {
                // Another list, or somebody with a change of their own, was quicker.
            }
        }
    }

    /// <summary>Who is new and the sign of it stand side by side, and so in one write. Stopped between two writes, the same list again does what is left.</summary>
    private async Task Keep(string partition, PeopleUpdate update, CancellationToken cancel)
    {
        var listed = update.Line.Select(manager => Rows.Line + manager.Id).ToHashSet();
        var gone = await store.Query(partition, KeyRange.Prefix(Rows.Line), cancel)
            .Where(row => !listed.Contains(row.Key)).Select(row => (Change)new Change.Delete(row.Key)).ToListAsync(cancel);
        IEnumerable<Change> changes =
        [
            .. update.Joined.SelectMany(person => new Change[]
            {
                Newcomer.Row(person.Id), new Change.Insert(Rows.Person + person.Id, StoredJson.Write(person)),
            }),
            .. update.Changed,
            .. update.Line.Select(manager => Documents.Put(Rows.Line + manager.Id, manager)),
            .. gone,
        ];
        foreach (var chunk in Writes.Chunk(changes))
        {
            await store.Write(partition, chunk, cancel);
        }
    }

    /// <summary>
    /// Of two who meet and whom the line now forbids, the junior is told to go: that ends a pair, and in a circle they look for
    /// another. Where they are drafts, all are found anew. A draft hears of it too: a cohort that is paused, or approved in the
    /// same moment, finds nothing anew.
    /// </summary>
    private async Task<int> Part(StandingCohort cohort, IReadOnlyDictionary<PersonId, PersonId> line, CancellationToken cancel)
    {
        var leaving = await FindCrossed(cohort, line, cancel);
        var heard = leaving.Where(one => one.Meeting.Status is not MeetingStatus.Draft).Select(one => ProcessId.OfMeeting(cohort.Id, one.Meeting.Id)).ToArray();
        var wake = await wakes.Announce(heard, cancel);
        foreach (var chunk in Writes.Chunk(leaving.SelectMany(one => one.Leaving.Select(person => MeetingCommand.LineCrossed(one.Meeting.Id, person)))))
        {
            await store.Write(cohort.Partition, chunk, cancel);
        }

        await wake.Now(cancel);
        if (leaving.Any(one => one.Meeting.Status is MeetingStatus.Draft))
        {
            await cohorts.GiveCommand(cohort, CommandKind.Rerun, cancel: cancel);
        }

        return leaving.Sum(one => one.Leaving.Count);
    }

    private async Task<IReadOnlyList<LineCrossing>> FindCrossed(StandingCohort cohort, IReadOnlyDictionary<PersonId, PersonId> line, CancellationToken cancel)
    {
        var live = await new MeetingRepository(store, cohort.Id).All(cancel).Select(row => row.Value).Where(meeting => !meeting.IsOver).ToListAsync(cancel);
        var crossed = LineCheck.Crossed(line, cohort.Cohort.Settings.Matching, [.. live.SelectMany(Twos).Distinct()]).ToHashSet();

        // Mentors come first among the members, so that in a two of both sides it is the mentor who goes.
        return
        [
            .. live.Select(meeting => new LineCrossing(meeting, [.. Twos(meeting).Where(crossed.Contains).Select(two => two.Mentor).Distinct()])).Where(one => one.Leaving.Count > 0),
        ];
    }

    private static IEnumerable<PairIds> Twos(Meeting meeting) =>
        meeting.People.SelectMany((one, at) => meeting.People.Skip(at + 1).Select(other => new PairIds(one, other)));

    private async Task<Dictionary<PersonId, PersonId>> Line(string partition, CancellationToken cancel)
    {
        var line = new Dictionary<PersonId, PersonId>();
        await foreach (var person in store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel).Where(person => person.Value.ManagerId is not null))
        {
            line[person.Value.Id] = person.Value.ManagerId!.Value;
        }

        await foreach (var manager in store.Query<LineManager>(partition, KeyRange.Prefix(Rows.Line), cancel).Where(row => row.Value.ManagerId is not null))
        {
            line[manager.Value.Id] = manager.Value.ManagerId!.Value;
        }

        return line;
    }
}
